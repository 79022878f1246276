import type { Command } from './command.ts';

export const caseRun: Command = {
  name: 'case run',
  summary: {
    zh: '按申请文件办理一件,从收件到送达,写出全部文书',
    en: 'run one whole case from a file to its sealed documents',
  },
  parameters: ['FILE'],
  options: {
    out: {
      type: 'string',
      says: { zh: '写出文书、事件和摘要的目录(必填)', en: 'directory for documents, events and summary (required)' },
    },
  },
  async run(call) {
    // Loaded here so that no other command pays for the whole platform.
    const { runFile } = await import('./case-run.ts');
    return runFile(call);
  },
};

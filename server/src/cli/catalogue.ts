import { fileURLToPath } from 'node:url';

import { readConfig } from '../kernel/config.ts';
import { catalogueExport, catalogueImport } from './catalogue-exchange.ts';
import { type Command, InputFault } from './command.ts';
import { readJsonFile } from './input-file.ts';

const DEMO = new URL('../../../db/demo/', import.meta.url);

/** `liangqian catalogue lint [FILE]`: the rules of publication over every item of a catalogue file. Loaded only when called. */
const catalogueLint: Command = {
  name: 'catalogue lint',
  summary: { zh: '检查事项库能否发布', en: 'check the items of a catalogue against the rules of publication' },
  parameters: [],
  optionalParameter: 'FILE',
  async run({ positionals: [file = fileURLToPath(new URL('catalogue.json', DEMO))], json, terminal }) {
    const { linesOf, lintCatalogue } = await import('./catalogue-lint.ts');
    const { districtLists } = await import('../catalogue/catalogue.ts');
    const { licenceList } = districtLists(readConfig(terminal.environment).LIANGQIAN_LICENCE_LIST);
    const report = lintCatalogue(readJsonFile(file), licenceList);
    if (report.passed + report.failed === 0) {
      throw new InputFault({ zh: `${file} 中没有事项。`, en: `${file} holds no items.` });
    }
    if (json) terminal.out(JSON.stringify(report));
    else {
      for (const { place, fault } of report.faults) for (const line of linesOf(place, fault)) terminal.out(line);
      for (const dangling of report.dangling) terminal.out(dangling);
      terminal.out(`${report.passed} passed, ${report.failed} failed`);
    }
    return report.failed === 0 ? 0 : 1;
  },
};

/** `liangqian catalogue fields`: how much each matter of the demo district asks, against its items one by one. */
const catalogueFields: Command = {
  name: 'catalogue fields',
  summary: { zh: '一件事少问了多少', en: 'how much less the one-matter bundles ask than their items one by one' },
  parameters: [],
  async run({ json, terminal }) {
    const { demoFieldsReports } = await import('./catalogue-fields.ts');
    const reports = await demoFieldsReports();
    if (json) terminal.out(JSON.stringify(reports));
    else
      for (const { report, bare } of reports) {
        const { bundleId, name, items, alone, aloneFilled, asked, prefilled, optional } = report;
        const { fewerPercent, fewerPercentFilled } = report;
        terminal.out(
          `${bundleId} ${name}: ${items} items ask ${alone} (${aloneFilled} filled here); together ${asked} asked, ${prefilled} prefilled, ${optional} optional; ${fewerPercent}% fewer (${fewerPercentFilled}% of those filled here, ${bare.fewerPercentFilled}% where no licence answers)`,
        );
      }
    const spares = ({ report: { fewerPercent, fewerPercentFilled } }: (typeof reports)[number]): boolean =>
      Math.min(fewerPercent, fewerPercentFilled) >= LEAST_PERCENT;
    return reports.every(spares) ? 0 : 1;
  },
};

/** What a matter must spare at least, in per cent of the questions. */
const LEAST_PERCENT = 60;

export const catalogueCommands: readonly Command[] = [catalogueLint, catalogueFields, catalogueExport, catalogueImport];

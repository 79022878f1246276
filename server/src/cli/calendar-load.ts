import { loadCalendarNotice } from '../calendar/actions.ts';
import type { CalendarYear } from '../calendar/calendar.ts';
import { readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/database.ts';
import { databaseOf, reachDatabase } from '../kernel/platform-database.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Command } from './command.ts';
import { readJsonFile } from './input-file.ts';

export const calendarLoad: Command = {
  name: 'calendar load',
  summary: { zh: '载入国务院办公厅的节假日安排通知', en: 'load a yearly holiday notice of the State Council' },
  parameters: ['FILE'],
  async run({ positionals: [file = ''], json, terminal }) {
    const notice = readJsonFile(file);
    const config = readConfig(terminal.environment);
    const platform = await reachDatabase(databaseOf(config, terminal.err));
    const database = openDatabase({ url: platform.url('liangqian_app'), role: 'liangqian_app', maxConnections: 1 });
    try {
      const loaded = await loadCalendarNotice(database, config.LIANGQIAN_REALM, notice);
      if (json) terminal.out(JSON.stringify(loaded));
      else if (isRefusal(loaded))
        terminal.out(`${loaded.message.zh} ${loaded.message.en} ${JSON.stringify(loaded.detail)}`);
      else terminal.out(textOf(loaded));
      return isRefusal(loaded) ? 1 : 0;
    } finally {
      await database.end();
      await platform.stop();
    }
  },
};

function textOf({ year, offDays, workDays }: CalendarYear): string {
  const zh = `${year} 年的安排已载入：放假 ${offDays.length} 天，调休上班 ${workDays.length} 天。`;
  return `${zh} ${year} is loaded: ${offDays.length} days off, ${workDays.length} make-up working days.`;
}

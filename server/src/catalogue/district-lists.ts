import { readFileSync } from 'node:fs';
import { StartFault } from '../kernel/start-fault.ts';
import { LicenceList } from './catalogue-file.ts';
import { codeLists } from './code-lists.ts';

/** What items are checked against: the licence list in force here (R1), and the names of licences and shares. */
export type DistrictLists = Pick<typeof codeLists, 'licenceList' | 'sources'>;

/**
 * The lists of this installation. The licence list that comes with the program holds the items of the demonstration alone: every
 * district has its own list of licensed items 行政许可事项清单, which its operator names; a file that is none is refused at the start.
 */
export function districtLists(file: string | undefined): DistrictLists {
  return file === undefined ? codeLists : { licenceList: licencesOf(file), sources: codeLists.sources };
}

function licencesOf(file: string): ReadonlySet<string> {
  const list = LicenceList.safeParse(jsonOf(file));
  if (list.success && list.data.length > 0) return new Set(list.data.map(({ basicCode }) => basicCode));
  const [place] = list.success ? [] : list.error.issues;
  const where = (place?.path ?? []).map(String).join('.');
  throw new StartFault({
    zh: `许可事项清单 ${file} 应为非空的 [{basicCode: 12 位基本编码, name: 名称}]${where === '' ? '' : `，有误处 ${where}`}。`,
    en: `The licence list ${file} should be a list of {basicCode: twelve digits, name}, not empty${where === '' ? '' : `; see ${where}`}.`,
  });
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new StartFault(
      { zh: `许可事项清单 ${file} 读不出来（${reason}）。`, en: `The licence list ${file} cannot be read: ${reason}.` },
      error,
    );
  }
}

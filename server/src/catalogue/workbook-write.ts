import { strToU8, zipSync } from 'fflate';

/** Writes workbooks (ISO/IEC 29500, xlsx): texts only, so that no code loses a leading zero; the first row stays in sight. */

export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** ISO/IEC 29500 and the programs that read it hold no longer text in a cell. */
export const CELL_LENGTH = 32_767;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a workbook; a RangeError where a cell is longer than any program reads. The same tables are the same bytes. */
export function writeWorkbook(tables: readonly Table[]): Uint8Array {
  const sheets = tables.map((table, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(table)] as const);
  const parts = Object.fromEntries([
    ['[Content_Types].xml', contentTypes(tables)],
    ['_rels/.rels', relations([['rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(tables)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(tables)],
    ['xl/styles.xml', STYLES],
    ...sheets,
  ]);
  const bytes = Object.entries(parts).map(([name, xml]) => [name, strToU8(DECLARATION + xml)] as const);
  return zipSync(Object.fromEntries(bytes), { level: 6, mtime: '1980-01-01T00:00:00' });
}

function contentTypes(tables: readonly Table[]): string {
  const overrides = tables.map(
    (_table, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${PARTS}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${PARTS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${PARTS}.styles+xml"/>${overrides.join('')}</Types>`;
}

function relations(rows: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function workbookRelations(tables: readonly Table[]): string {
  const sheets = tables.map(
    (_table, at) => [`rId${at + 1}`, `${RELATIONS}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const,
  );
  return relations([...sheets, [`rId${tables.length + 1}`, `${RELATIONS}/styles`, 'styles.xml']]);
}

function workbookXml(tables: readonly Table[]): string {
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** 0: plain; 1: a text (format 49, "@") that breaks its lines; 2: the same in bold, for headings. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml({ head, rows }: Table): string {
  const width = Math.max(head.length, 1);
  const lines = [head, ...rows].map((row, at) => rowXml(row, at + 1, at === 0 ? 2 : 1));
  const view = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${view}</sheetView></sheetViews><cols><col min="1" max="${width}" width="24" style="1" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function rowXml(row: readonly string[], number: number, style: number): string {
  const cells = row.map((text, at) => (text === '' ? '' : cellXml(text, `${columnName(at)}${number}`, style)));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(text: string, place: string, style: number): string {
  if (text.length > CELL_LENGTH) throw new RangeError(`${place} holds more than ${CELL_LENGTH} characters`);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** 0 is A, 26 is AA. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (at % 26));
}

/** What XML cannot hold is told apart by `_xHHHH_` (ISO/IEC 29500-1, 22.9.2.19), and so is a text that looks like it. */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[^\t\n\P{Cc}]|[\uFFFE\uFFFF]/gu, (sign) => `_x${hex(sign)}_`)
    .replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Catalogue } from '../catalogue/catalogue.ts';
import { Bundle, type FieldsReport, fieldsReport } from '../matter/matter.ts';
import { readJsonFile } from './input-file.ts';

const DEMO = new URL('../../../db/demo/', import.meta.url);

/** Somebody whose account knows his name, number and telephone. */
const account = { name: '常源浩', idNo: '110198198601256910', phone: '12001980168' };

/** The situation that is counted: the ordinary one, with a small restaurant, a heavy lorry and an employed mother. */
const situation = {
  area: 120,
  chain: false,
  onlyPrepacked: false,
  isPublicPlace: true,
  gvw: 12_000,
  motherEmployed: true,
  eligible: true,
};

/** One report for each bundle of the demo district. */
export function demoFieldsReports(): readonly FieldsReport[] {
  const read = (name: string): unknown => readJsonFile(fileURLToPath(new URL(name, DEMO)));
  const { bundles } = z.object({ bundles: z.array(Bundle) }).parse(read('bundles.json'));
  const items = new Map(Catalogue.parse(read('catalogue.json')).items.map((item) => [item.id, item]));
  return bundles.map((bundle) => fieldsReport(bundle, items, account, situation));
}

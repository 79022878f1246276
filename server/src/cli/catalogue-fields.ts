import { gateFacts, type KnownAnswer, knownAnswers } from '../application/application.ts';
import { demoFacts, readDemoDistrict } from '../demo-district.ts';
import { type FieldsReport, fieldsReport, knownFields } from '../matter/matter.ts';

/** Who begins: a person, and for the hiring of staff the company that hires. */
const person = {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
  phone: '12001980168',
} as const;
const company = {
  kind: 'legalPerson',
  name: '云河区禾木餐饮有限公司',
  idType: 'uscc',
  idNo: '91110198MAYH00012J',
  phone: '12001980168',
} as const;

/** The sources of the demo answer the same at any time. */
const REPORTED_AT = '2026-03-02T01:00:00.000Z';

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

/** One report for each bundle of the demo district: with what its licences and shares answer, and without. */
export async function demoFieldsReports(): Promise<
  readonly { readonly report: FieldsReport; readonly bare: FieldsReport }[]
> {
  const demo = readDemoDistrict();
  const items = new Map(demo.items.map((item) => [item.id, item]));
  const source = gateFacts(demoFacts(demo, () => ({})));
  const self = { kind: 'self' as const };
  return Promise.all(
    demo.bundles.map(async (bundle) => {
      const applicant = bundle.id === 'B-04' ? company : person;
      const known = new Map<string, readonly KnownAnswer[]>();
      for (const item of demo.items) {
        const query = { applicant, item, operator: 'report', purpose: '统计问题数', at: REPORTED_AT };
        const sources = await source.known({ ...query, grounds: self });
        known.set(item.id, knownAnswers(item, sources, []));
      }
      const fields = knownFields(bundle, items, known);
      return {
        report: fieldsReport(bundle, items, { ...applicant, fields }, situation),
        bare: fieldsReport(bundle, items, applicant, situation),
      };
    }),
  );
}

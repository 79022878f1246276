import type { Pool } from 'pg';
import type { SiteVisit } from './review.ts';

interface VisitRow {
  readonly from_at: string;
  readonly to_at: string;
  readonly officers: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
}

/** Site visits of these officers in other cases: nobody stands in two places at once (T09). */
export async function listVisits(
  pool: Pool,
  realm: string,
  officers: readonly string[],
  exceptCaseNo: string,
): Promise<readonly SiteVisit[]> {
  const { rows } = await pool.query<VisitRow>({
    name: 'review.visits',
    text: `select from_at, to_at, officers, latitude, longitude
           from review.site_visit
           where realm = $1 and officers && $2 and case_no <> $3`,
    values: [realm, officers, exceptCaseNo],
  });
  return rows.map(({ from_at, to_at, officers: who, latitude, longitude }) => ({
    fromAt: instantOf(from_at),
    toAt: instantOf(to_at),
    officers: who,
    place: { latitude, longitude },
  }));
}

function instantOf(value: string): string {
  return new Date(value).toISOString();
}

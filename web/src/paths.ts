/** The only maker of links. Every path here is a route of `routes.tsx`; the test holds them together. */
export const paths = {
  home: () => '/',
  signIn: (next?: string) => withView('/sign-in', { next }),
  items: (q?: string) => withView('/items', { q }),
  guideVersion: (itemId: string, version: number) =>
    withView(`/items/${encodeURIComponent(itemId)}`, { version: String(version) }),
  situation: (itemId: string, answers?: string) =>
    withView(`/items/${encodeURIComponent(itemId)}/situation`, { answers }),
  sayings: () => '/sayings',
  item: (itemId: string) => `/items/${encodeURIComponent(itemId)}`,
  rules: (itemId: string) => `/items/${encodeURIComponent(itemId)}/rules`,
  /** `situation` says where answers to situation questions began, and `answers` what they were. */
  apply: (itemId: string, given?: { readonly situation: string; readonly answers: string }) =>
    withView(`/items/${encodeURIComponent(itemId)}/apply`, { ...given }),
  showPapers: (itemId: string, caseNo?: string) => withView(`/items/${encodeURIComponent(itemId)}/papers`, { caseNo }),
  showPapersFor: (itemId: string, letterId: string) =>
    withView(`/items/${encodeURIComponent(itemId)}/papers`, { letter: letterId }),
  giveLetter: (itemId: string) => `/items/${encodeURIComponent(itemId)}/papers/agent`,
  sharingLetters: () => '/papers/letters',
  consentForm: (itemId: string) => `/window/consent-form/${encodeURIComponent(itemId)}`,
  uses: () => '/papers',
  myCases: () => '/cases',
  myCase: (caseNo: string) => `/cases/${encodeURIComponent(caseNo)}`,
  window: () => '/window',
  windowCases: (state?: string) => withView('/window/cases', { state }),
  windowCase: (caseNo: string) => `/window/cases/${encodeURIComponent(caseNo)}`,
  desk: (state?: string) => withView('/desk', { state }),
  deskCase: (caseNo: string) => `/desk/${encodeURIComponent(caseNo)}`,
  confirmation: () => '/confirmation',
  batch: () => '/batch',
  mandates: (state?: string) => withView('/mandates', { state }),
  composeMandate: (from?: string) => withView('/compose', { from }),
  mandate: (mandateNo: string) => `/mandates/${encodeURIComponent(mandateNo)}`,
  amendMandate: (mandateNo: string) => `/mandates/${encodeURIComponent(mandateNo)}/amend`,
  seals: () => '/seals',
  seal: (sealId: string, cursor?: string) => withView(`/seals/${encodeURIComponent(sealId)}`, { cursor }),
  logState: () => '/log-state',
  myLicences: () => '/my-licences',
  licences: (cursor?: string) => withView('/licences', { cursor }),
  licenceLineage: (licenceNo: string) => `/licences/${encodeURIComponent(licenceNo)}/lineage`,
  licence: (licenceNo: string) => `/licences/${encodeURIComponent(licenceNo)}`,
  library: () => '/library',
  libraryItem: (itemId: string) => `/library/${encodeURIComponent(itemId)}`,
  matters: () => '/matters',
  beginMatter: (bundleId: string) => `/matters/begin/${encodeURIComponent(bundleId)}`,
  newBundle: () => '/bundles',
  composeBundle: (bundleId: string) => `/bundles/${encodeURIComponent(bundleId)}`,
  matter: (matterNo: string) => `/matters/${encodeURIComponent(matterNo)}`,
  verify: (no?: string) => withView('/verify', { no }),
  log: () => '/explore',
  /** Without the number of the log: the one that goes on. */
  logEntry: (index: number, log?: number) => `/explore/${log === undefined ? '' : `${log}.`}${index}`,
  caseChain: (caseNo: string) => `/cases/${encodeURIComponent(caseNo)}/chain`,
  mandateChain: (mandateNo: string) => `/mandates/${encodeURIComponent(mandateNo)}/chain`,
  check: (documentHash: string) => `/documents/${encodeURIComponent(documentHash)}`,
} as const;

function withView(path: string, view: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value !== undefined && value !== '') search.set(name, value);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

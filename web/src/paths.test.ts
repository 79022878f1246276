import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paths } from './paths.ts';

const SOURCE = import.meta.dirname;

const made = {
  home: paths.home(),
  signIn: paths.signIn('/cases?state=accepted'),
  items: paths.items('开饭店'),
  item: paths.item('MK-06'),
  rules: paths.rules('MK-06'),
  guideVersion: paths.guideVersion('MK-06', 2),
  situation: paths.situation('MK-05', 'sells:cooked,size:small'),
  sayings: paths.sayings(),
  showPapers: paths.showPapers('PS-01', 'A1'),
  showPapersFor: paths.showPapersFor('PS-01', 'l-1'),
  giveLetter: paths.giveLetter('PS-01'),
  sharingLetters: paths.sharingLetters(),
  consentForm: paths.consentForm('PS-01'),
  uses: paths.uses(),
  apply: paths.apply('MK-06'),
  myCases: paths.myCases(),
  myCase: paths.myCase('A/1'),
  window: paths.window(),
  windowCases: paths.windowCases('received'),
  windowCase: paths.windowCase('A1'),
  desk: paths.desk(),
  deskCase: paths.deskCase('A1'),
  confirmation: paths.confirmation(),
  batch: paths.batch(),
  mandates: paths.mandates('active'),
  composeMandate: paths.composeMandate('YH-B-MK-2025'),
  mandate: paths.mandate('YH-B-MK-2025'),
  amendMandate: paths.amendMandate('YH-B-MK-2025'),
  seals: paths.seals(),
  seal: paths.seal('11019801020001'),
  logState: paths.logState(),
  myLicences: paths.myLicences(),
  licences: paths.licences('40'),
  licenceLineage: paths.licenceLineage('1.2.3'),
  licence: paths.licence('1.2.156.3005.2.A'),
  library: paths.library(),
  libraryItem: paths.libraryItem('MK-05'),
  check: paths.check('ab12'),
  verify: paths.verify('云市监准字〔2025〕第0001号'),
  log: paths.log(),
  logEntry: paths.logEntry(17),
  caseChain: paths.caseChain('A/1'),
  mandateChain: paths.mandateChain('YH-B-MK-2025'),
  matters: paths.matters(),
  beginMatter: paths.beginMatter('B-01'),
  newBundle: paths.newBundle(),
  composeBundle: paths.composeBundle('B-01'),
  matter: paths.matter('1101982025030300001'),
} as const satisfies Record<keyof typeof paths, string>;

test('every address that can be shared reads like this', () => {
  expect(made).toMatchInlineSnapshot(`
    {
      "amendMandate": "/mandates/YH-B-MK-2025/amend",
      "apply": "/items/MK-06/apply",
      "batch": "/batch",
      "beginMatter": "/matters/begin/B-01",
      "caseChain": "/cases/A%2F1/chain",
      "check": "/documents/ab12",
      "composeBundle": "/bundles/B-01",
      "composeMandate": "/compose?from=YH-B-MK-2025",
      "confirmation": "/confirmation",
      "consentForm": "/window/consent-form/PS-01",
      "desk": "/desk",
      "deskCase": "/desk/A1",
      "giveLetter": "/items/PS-01/papers/agent",
      "guideVersion": "/items/MK-06?version=2",
      "home": "/",
      "item": "/items/MK-06",
      "items": "/items?q=%E5%BC%80%E9%A5%AD%E5%BA%97",
      "library": "/library",
      "libraryItem": "/library/MK-05",
      "licence": "/licences/1.2.156.3005.2.A",
      "licenceLineage": "/licences/1.2.3/lineage",
      "licences": "/licences?cursor=40",
      "log": "/explore",
      "logEntry": "/explore/17",
      "logState": "/log-state",
      "mandate": "/mandates/YH-B-MK-2025",
      "mandateChain": "/mandates/YH-B-MK-2025/chain",
      "mandates": "/mandates?state=active",
      "matter": "/matters/1101982025030300001",
      "matters": "/matters",
      "myCase": "/cases/A%2F1",
      "myCases": "/cases",
      "myLicences": "/my-licences",
      "newBundle": "/bundles",
      "rules": "/items/MK-06/rules",
      "sayings": "/sayings",
      "seal": "/seals/11019801020001",
      "seals": "/seals",
      "sharingLetters": "/papers/letters",
      "showPapers": "/items/PS-01/papers?caseNo=A1",
      "showPapersFor": "/items/PS-01/papers?letter=l-1",
      "signIn": "/sign-in?next=%2Fcases%3Fstate%3Daccepted",
      "situation": "/items/MK-05/situation?answers=sells%3Acooked%2Csize%3Asmall",
      "uses": "/papers",
      "verify": "/verify?no=%E4%BA%91%E5%B8%82%E7%9B%91%E5%87%86%E5%AD%97%E3%80%942025%E3%80%95%E7%AC%AC0001%E5%8F%B7",
      "window": "/window",
      "windowCase": "/window/cases/A1",
      "windowCases": "/window/cases?state=received",
    }
  `);
});

test('every address leads to a screen, and every screen has an address', () => {
  const routes = [...readFileSync(join(SOURCE, 'routes.tsx'), 'utf8').matchAll(/\{ path: '([^']+)'/g)].map(
    (found) => found[1] ?? '',
  );
  const shapes = routes.map((route) => new RegExp(`^${route.replace(/\$\w+/g, '[^/]+')}$`));
  const led = Object.values(made).map((address) => address.split('?')[0] ?? '');
  // A fixed word such as /window/cases also has the shape of a screen with a name in it; the router takes the fixed one.
  for (const address of led) expect(shapes.filter((shape) => shape.test(address)).length, address).toBeGreaterThan(0);
  for (const shape of shapes)
    expect(
      led.some((address) => shape.test(address)),
      String(shape),
    ).toBe(true);
});

test('no other file makes an address', () => {
  const allowed = new Set(['paths.ts', 'paths.test.ts', 'routes.tsx']);
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !allowed.has(file),
  );
  const guilty = files.filter((file) =>
    /(href|to)=["{]["'`]?\/(?!api)|go\(['`]\//.test(readFileSync(join(SOURCE, file), 'utf8')),
  );
  expect(guilty).toEqual([]);
});

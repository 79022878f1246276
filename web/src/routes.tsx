import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage, HomePage, NoPage } from './frame/HomePage.tsx';
import { Shell } from './frame/Shell.tsx';
import { FindItemPage } from './applicant/FindItemPage.tsx';
import { SignInPage } from './signin/SignInPage.tsx';

const guide = () => import('./applicant/GuidePage.tsx');
const rules = () => import('./rules/RulesPage.tsx');
const situation = () => import('./applicant/SituationPage.tsx');
const sayings = () => import('./department/SayingsPage.tsx');
const apply = () => import('./applicant/ApplyPage.tsx');
const showPapers = () => import('./consent/ShowPapersPage.tsx');
const giveLetter = () => import('./consent/GiveLetterPage.tsx');
const sharingLetters = () => import('./consent/LettersPage.tsx');
const consentForm = () => import('./window/ConsentFormPage.tsx');
const uses = () => import('./consent/UsesPage.tsx');
const myCases = () => import('./applicant/MyCasesPage.tsx');
const myCase = () => import('./applicant/MyCasePage.tsx');
const verify = () => import('./verify/VerifyPage.tsx');
const check = () => import('./letters/CheckPage.tsx');
const receive = () => import('./window/WindowPage.tsx');
const windowCases = () => import('./window/WindowCasesPage.tsx');
const windowCase = () => import('./window/WindowCasePage.tsx');
const desk = () => import('./desk/DeskPage.tsx');
const deskCase = () => import('./desk/DeskCasePage.tsx');
const confirmation = () => import('./desk/ConfirmationPage.tsx');
const batch = () => import('./desk/BatchPage.tsx');
const mandates = () => import('./department/MandatesPage.tsx');
const mandate = () => import('./department/MandatePage.tsx');
const seals = () => import('./department/SealsPage.tsx');
const seal = () => import('./department/SealPage.tsx');
const logState = () => import('./evidence/LogStatePage.tsx');
const myLicences = () => import('./licence/MyLicencesPage.tsx');
const register = () => import('./licence/RegisterPage.tsx');
const licence = () => import('./licence/LicencePage.tsx');
const matters = () => import('./matter/MattersPage.tsx');
const beginMatter = () => import('./matter/BeginMatterPage.tsx');
const composeBundle = () => import('./matter/ComposeBundlePage.tsx');
const matter = () => import('./matter/MatterPage.tsx');
const compose = () => import('./department/ComposePage.tsx');
const library = () => import('./library/LibraryPage.tsx');
const newBundle = () => import('./matter/NewBundlePage.tsx');
const chain = () => import('./explorer/ChainPage.tsx');
const log = () => import('./explorer/LogPage.tsx');
const licenceLineage = () => import('./explorer/LicenceLineagePage.tsx');
const libraryItem = () => import('./library/LibraryItemPage.tsx');

/** The whole application as one list; what an applicant needs first comes with the first load. */
export const screens = [
  { path: '/', component: HomePage },
  { path: '/sign-in', component: SignInPage },
  { path: '/items', component: FindItemPage },
  { path: '/items/$itemId', component: lazyRouteComponent(guide, 'GuidePage') },
  { path: '/items/$itemId/rules', component: lazyRouteComponent(rules, 'RulesPage') },
  { path: '/items/$itemId/situation', component: lazyRouteComponent(situation, 'SituationPage') },
  { path: '/sayings', component: lazyRouteComponent(sayings, 'SayingsPage') },
  { path: '/items/$itemId/apply', component: lazyRouteComponent(apply, 'ApplyPage') },
  { path: '/items/$itemId/papers', component: lazyRouteComponent(showPapers, 'ShowPapersPage') },
  { path: '/items/$itemId/papers/agent', component: lazyRouteComponent(giveLetter, 'GiveLetterPage') },
  { path: '/papers/letters', component: lazyRouteComponent(sharingLetters, 'LettersPage') },
  { path: '/window/consent-form/$itemId', component: lazyRouteComponent(consentForm, 'ConsentFormPage') },
  { path: '/papers', component: lazyRouteComponent(uses, 'UsesPage') },
  { path: '/cases', component: lazyRouteComponent(myCases, 'MyCasesPage') },
  { path: '/cases/$caseNo', component: lazyRouteComponent(myCase, 'MyCasePage') },
  { path: '/cases/$caseNo/chain', component: lazyRouteComponent(chain, 'CaseChainPage') },
  { path: '/mandates/$mandateNo/chain', component: lazyRouteComponent(chain, 'MandateChainPage') },
  { path: '/explore', component: lazyRouteComponent(log, 'LogPage') },
  { path: '/explore/$index', component: lazyRouteComponent(log, 'LogEntryPage') },
  { path: '/documents/$documentHash', component: lazyRouteComponent(check, 'CheckPage') },
  { path: '/verify', component: lazyRouteComponent(verify, 'VerifyPage') },
  { path: '/matters', component: lazyRouteComponent(matters, 'MattersPage') },
  { path: '/matters/begin/$bundleId', component: lazyRouteComponent(beginMatter, 'BeginMatterPage') },
  { path: '/bundles', component: lazyRouteComponent(newBundle, 'NewBundlePage') },
  { path: '/bundles/$bundleId', component: lazyRouteComponent(composeBundle, 'ComposeBundlePage') },
  { path: '/matters/$matterNo', component: lazyRouteComponent(matter, 'MatterPage') },
  { path: '/window', component: lazyRouteComponent(receive, 'WindowPage') },
  { path: '/window/cases', component: lazyRouteComponent(windowCases, 'WindowCasesPage') },
  { path: '/window/cases/$caseNo', component: lazyRouteComponent(windowCase, 'WindowCasePage') },
  { path: '/desk', component: lazyRouteComponent(desk, 'DeskPage') },
  { path: '/desk/$caseNo', component: lazyRouteComponent(deskCase, 'DeskCasePage') },
  { path: '/confirmation', component: lazyRouteComponent(confirmation, 'ConfirmationPage') },
  { path: '/batch', component: lazyRouteComponent(batch, 'BatchPage') },
  { path: '/mandates', component: lazyRouteComponent(mandates, 'MandatesPage') },
  { path: '/mandates/$mandateNo', component: lazyRouteComponent(mandate, 'MandatePage') },
  { path: '/seals', component: lazyRouteComponent(seals, 'SealsPage') },
  { path: '/seals/$sealId', component: lazyRouteComponent(seal, 'SealPage') },
  { path: '/log-state', component: lazyRouteComponent(logState, 'LogStatePage') },
  { path: '/my-licences', component: lazyRouteComponent(myLicences, 'MyLicencesPage') },
  { path: '/licences', component: lazyRouteComponent(register, 'RegisterPage') },
  { path: '/licences/$licenceNo', component: lazyRouteComponent(licence, 'LicencePage') },
  { path: '/licences/$licenceNo/lineage', component: lazyRouteComponent(licenceLineage, 'LicenceLineagePage') },
  { path: '/compose', component: lazyRouteComponent(compose, 'ComposePage') },
  { path: '/library', component: lazyRouteComponent(library, 'LibraryPage') },
  { path: '/library/$itemId', component: lazyRouteComponent(libraryItem, 'LibraryItemPage') },
  { path: '/mandates/$mandateNo/amend', component: lazyRouteComponent(compose, 'AmendPage') },
] as const;

const root = createRootRoute({ component: Shell, notFoundComponent: NoPage });

export const router = createRouter({
  routeTree: root.addChildren(
    screens.map(({ path, component }) => createRoute({ getParentRoute: () => root, path, component })),
  ),
  // Plain search parameters: an address must read the same however it was made.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => searchText(search),
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
});

function searchText(search: Readonly<Record<string, unknown>>): string {
  const text = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

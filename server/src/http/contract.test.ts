import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contractDocument } from './contract-document.ts';

const text = await contractDocument();
const contract = JSON.parse(text);
const operations = Object.entries<Record<string, Operation>>(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}

test('the committed contract is the one that the program keeps', () => {
  expect(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8')).toBe(text);
});

test('every operation has a name of its own, words, an answer with a schema and described errors', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(30);
  for (const { operation } of operations) {
    expect(operation.summary).not.toBe('');
    expect(Object.keys(operation.responses['200']?.content ?? {})).toHaveLength(1);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '500']));
    for (const { description } of Object.values(operation.responses)) expect(description).not.toBe('');
  }
});

test('every act asks for a request id', () => {
  const acts = operations.filter(({ method }) => method === 'post');
  const without = acts.filter(({ operation }) => !JSON.stringify(operation).includes('"request-id"'));
  expect(without.map(({ operation }) => operation.operationId)).toEqual([
    'signIn',
    // Questions that wait for an answer, and a secret that waits for its first code.
    'askToRegisterPasskey',
    'askToChangeWays',
    'beginCodes',
    // Counts of searches: nothing of legal effect, so that nothing is repeated.
    'countSearch',
    'countChoice',
    // Rules are tried, nothing is kept.
    'checkRules',
    'askToSignRuleSet',
    // What an import would do is shown, nothing is kept.
    'previewItemImport',
    'askToSignMandate',
    'askToAcceptMandate',
    'askToSuspendMandate',
    'askToResumeMandate',
    'askToRevokeMandate',
    // The same file sent again only waits twice.
    'uploadFile',
    // The questions of a draft are asked, nothing is kept.
    'listAskedQuestions',
    // What a clerk need not ask is looked up; the reading is noted, and again within a quarter of an hour it is the same.
    'getKnownAtCounter',
    'getMatterClaims',
    'getMatterKnownAtCounter',
    'draftDecision',
    'draftBatch',
    'askToConfirm',
    // A licence is looked for, or shown as data; nothing is kept.
    'findLicences',
    'issueCredential',
    'askToConfirmLicenceAct',
    'draftLicenceAct',
    'askToConfirmOwedLicence',
    // A plan and the faults of a bundle are shown, nothing is kept.
    'planMatter',
    'checkBundle',
  ]);
});

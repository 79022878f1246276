import { type FactSource, gateFacts, type LetterPort, type LetterRequest } from '../src/application/application.ts';
import type { StaffSignature, StaffSigner } from '../src/confirmation/confirmation.ts';
import { inputsFrom } from '../src/catalogue/catalogue.ts';
import { sm3Hex } from '../src/kernel/digest.ts';

/** Letters that are neither rendered nor sealed: a fixed hash for every case and kind, so that only the kernel is measured. */
export const fixedLetters: LetterPort = {
  draft: (request) =>
    Promise.resolve({ documentHash: hashOf(request), docNo: docNoOf(request), pdf: new Uint8Array() }),
  seal: (request) => {
    const documentHash = hashOf(request);
    const docNo = docNoOf(request);
    const isDecision = request.body.kind === 'grantDecision' || request.body.kind === 'refusalDecision';
    return Promise.resolve({
      documentHash,
      docNo,
      event: {
        type: isDecision ? 'DecisionSealed' : 'LetterSealed',
        data: {
          sealId: 'bench-seal',
          sealKind: 'organ',
          signedHash: documentHash,
          sealedHash: documentHash.slice(32) + documentHash.slice(0, 32),
          documentKind: request.body.kind,
          docNo,
          keeper: 'robot/seal',
          at: request.at,
          certificateSerial: 'YHCA-00000',
        },
      },
      fences: [],
    });
  },
  missingIn: () => Promise.resolve([]),
};

/** A signature of the length of SM2's in DER (71 bytes), made without any curve. */
export const fixedSigner: StaffSigner = {
  confirm: ({ personId }) =>
    Promise.resolve({
      confirmation: { way: 'pin' },
      fences: [],
      stands: () => true,
      sign: (bytes) => Promise.resolve(fixedSignature(personId, bytes)),
    }),
};

function fixedSignature(personId: string, bytes: Uint8Array): StaffSignature {
  return {
    algorithm: 'SM2-SM3',
    certificateSerial: `YHCA-${personId}`,
    value: Buffer.from(sm3Hex(bytes).repeat(3).slice(0, 142), 'hex').toString('base64'),
  };
}

/** Shared data as the registers of other organs would answer: everything in order. */
export const agreeableFacts: FactSource = {
  gather: ({ item }) =>
    Promise.resolve(
      inputsFrom(item)
        .filter(({ source }) => source === 'share')
        .map(({ name, type }) => ({
          name,
          value: answerTo(name, type.kind),
          source: 'share' as const,
          verified: true,
          receipt: `S-BENCH/${name}`,
        })),
    ),
  credit: () => Promise.resolve({ unrepairedFalsePromise: false }),
  known: () => Promise.resolve([]),
  papers: ({ item, applicant }) =>
    Promise.resolve(
      item.materials
        .filter(({ kind }) => kind === 'licence')
        .map(({ code, replaceableBy }) => ({
          code,
          source: replaceableBy[0] ?? 'L-BENCH',
          sourceName: '',
          organ: '',
          status: 'valid' as const,
          validUntilOn: null,
          holderIdNo: applicant.idNo,
          receipt: 'S-BENCH',
        })),
    ),
};

function answerTo(name: string, kind: string): boolean | number | string {
  if (kind === 'bool') return name !== 'banned';
  return kind === 'string' ? '' : 5;
}

/** What stands for the hash of a letter: of its length, another one for every case and kind, and made without hashing. */
export function decisionHash(caseNo: string): string {
  return letterHash(caseNo, 'grantDecision');
}

function hashOf({ caseNo, body }: LetterRequest): string {
  return letterHash(caseNo, body.kind);
}

function letterHash(caseNo: string, kind: string): string {
  return Buffer.from(caseNo.slice(-24) + kind.slice(0, 8)).toString('hex');
}
function docNoOf(request: LetterRequest): string {
  return `云${request.organ}许决〔2025〕${request.caseNo.slice(-4)}号`;
}

/** Everything outside the kernel, answered at once. */
export const fixedOutside = { letters: fixedLetters, signer: fixedSigner, facts: gateFacts(agreeableFacts) } as const;

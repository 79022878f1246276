import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { hostileStructures } from './example-seal.ts';
import { writeZip } from './zip.ts';

/** Files that mean to do harm, each by a name that says how. None is whole; each must be told so with a reason. */
export function hostileFiles(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  return [...hostilePdfs(), ...hostilePackages(), ...hostileBundles(), ...hostileTokens(), ...hostileSeals()];
}

type Named = readonly [name: string, bytes: Uint8Array];

function hostilePdfs(): readonly Named[] {
  const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`, 'latin1');
  const digits = `/ByteRange [0 ${'9'.repeat(9)} ${'9'.repeat(10)} 1]\n/Contents <`;
  return [
    ['a million places for a signature', pdf('/ByteRange ['.repeat(1_000_000))],
    ['a signature that begins beyond the end', pdf(digits)],
    ['tables in a circle', pdf('xref\n0 1\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF\n')],
    ['twenty megabytes of one digit', pdf(`/ByteRange [0 10 20 1]\n/Contents <${'a'.repeat(20 * 2 ** 20)}>`)],
    ['larger than any letter', pdf(' '.repeat(30 * 2 ** 20))],
  ];
}

function hostilePackages(): readonly Named[] {
  const file = (path: string, text: string | Buffer) => ({ path, bytes: Buffer.from(text) });
  const zeros = Buffer.alloc(8 * 2 ** 20);
  const bomb = deflateRawSync(zeros);
  const deep = `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`;
  const wide = `<a ${Array.from({ length: 100_000 }, (_, index) => `b${index}="c"`).join(' ')}/>`;
  const entities = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;&c;&c;</a>';
  const many = Array.from({ length: 5_000 }, (_, index) => file(`f${index}`, ''));
  return [
    ['a file that unpacks to more than it says', writeZip([{ ...file('OFD.xml', 'x'), deflated: bomb }])],
    [
      'files that together unpack to too much',
      writeZip(Array.from({ length: 9 }, (_, i) => ({ path: `f${i}`, bytes: zeros, deflated: bomb }))),
    ],
    ['thousands of files', writeZip(many)],
    ['a path above the package', writeZip([file('../OFD.xml', '<a/>')])],
    ['elements inside elements', writeZip([file('OFD.xml', deep)])],
    ['an element with a hundred thousand attributes', writeZip([file('OFD.xml', wide)])],
    ['entities of entities', writeZip([file('OFD.xml', entities)])],
    ['a beginning and nothing else', Buffer.from('PK\u0003\u0004', 'latin1')],
  ];
}

function hostileBundles(): readonly Named[] {
  const nested = (depth: number) => Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  const large = new Uint8Array(100 * 2 ** 20);
  const manifest = Buffer.from('{"v":1,"acts":[],"documents":[]}');
  return [
    [
      'a bundle that unpacks to a hundred megabytes',
      zipSync({ 'bundle.json': manifest, 'a.bin': large }, { level: 9 }),
    ],
    ['a list of acts nested a million deep', zipSync({ 'bundle.json': nested(1_000_000) })],
    ['a bundle without acts', zipSync({ 'bundle.json': manifest })],
    [
      'acts that are not there',
      zipSync({
        'bundle.json': Buffer.from(
          JSON.stringify({ v: 1, acts: [{ folder: '__proto__', stream: 'x' }], documents: [] }),
        ),
      }),
    ],
  ];
}

function hostileTokens(): readonly Named[] {
  const part = (value: string) => Buffer.from(value).toString('base64url');
  const header = part('{"alg":"ES256","typ":"dc+sd-jwt","x5c":["AAAA"]}');
  return [
    ['a token of a megabyte of dots', Buffer.from(`eyJ${'.'.repeat(1_000_000)}~`)],
    ['a hundred thousand disclosures', Buffer.from(`eyJ.eyJ.eyJ${'~W10'.repeat(100_000)}~`)],
    ['a certificate that is none', Buffer.from(`${header}.${part('{}')}.AAAA~`)],
    ['a header nested half a million deep', Buffer.from(`eyJ${part('['.repeat(500_000))}.e30.AAAA~`)],
  ];
}

function hostileSeals(): readonly Named[] {
  return [
    ...hostileStructures().map(([name, bytes]): Named => [name, bytes]),
    ['a length of four gigabytes', Buffer.from('30848fffffff0000', 'hex')],
    ['lengths without an end, ten thousand deep', Buffer.from('3080'.repeat(10_000), 'hex')],
    [
      'twenty megabytes of nothing in a sequence',
      Buffer.concat([Buffer.from('3084013ffff0', 'hex'), Buffer.alloc(20_971_504)]),
    ],
  ];
}

import fc from 'fast-check';
import { fileTypeFromBuffer } from 'file-type';
import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { exampleJpeg, exampleOfd, examplePdf, examplePng, exampleZip, readerOf } from './example-files.ts';
import { checkFileName, fileKinds, kindOfContent, plainFileName } from './material.ts';

const examples = { pdf: examplePdf(), jpeg: exampleJpeg(), png: examplePng(), ofd: exampleOfd() };

async function told(bytes: Uint8Array): Promise<string> {
  const kind = await kindOfContent(readerOf(bytes));
  return isRefusal(kind) ? kind.code : kind;
}

test('a file is what its content is: PDF, JPEG, PNG and OFD are known by their bytes', async () => {
  for (const [kind, bytes] of Object.entries(examples)) expect(await told(bytes)).toBe(kind);
});

test('nothing but the listed kinds is taken in, whatever it is called', async () => {
  const others = {
    html: Buffer.from('<html><script>alert(1)</script></html>'),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    gif: Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'),
    exe: Buffer.from('MZ\u0090\u0000', 'latin1'),
    docx: exampleZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    jar: exampleZip({ 'META-INF/MANIFEST.MF': 'Main-Class: A' }),
    text: Buffer.from('申请书'),
    prefixed: Buffer.concat([Buffer.from('\n'), examples.pdf]),
  };
  for (const [name, bytes] of Object.entries(others)) {
    expect([name, await told(bytes)]).toEqual([name, 'file-type-refused']);
  }
  expect(await told(Buffer.alloc(0))).toBe('file-empty');
});

test('a file that is two things at once is refused', async () => {
  const jar = exampleZip({ 'META-INF/MANIFEST.MF': 'Main-Class: A' });
  // The directory counts from the beginning of the file: an archive behind a picture is moved along with it.
  const behind = (first: Buffer): Buffer => {
    const moved = Buffer.from(jar);
    const end = moved.byteLength - 22;
    moved.writeUInt32LE(moved.readUInt32LE(end + 16) + first.byteLength, end + 16);
    return Buffer.concat([first, moved]);
  };
  for (const first of [examples.jpeg, examples.png, examples.pdf]) {
    expect(await told(behind(first))).toBe('file-ambiguous');
    expect(await told(Buffer.concat([first, jar]))).toBe('file-ambiguous');
  }
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 12]), Buffer.from('%PDF-1.4\n ')]);
  const jpeg = Buffer.concat([examples.jpeg.subarray(0, 2), comment, examples.jpeg.subarray(2)]);
  expect(await told(jpeg)).toBe('file-ambiguous');
  expect(await told(Buffer.concat([examples.png, Buffer.from('<script>')]))).toBe('file-ambiguous');
});

test('a file that was cut off is refused as damaged, at whatever place', async () => {
  for (const bytes of Object.values(examples)) {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.byteLength - 1 }), async (length) => {
        // Behind the last mark of a PDF stands nothing but a line break.
        const cut = bytes === examples.pdf ? Math.min(length, bytes.byteLength - 2) : length;
        return (await told(bytes.subarray(0, cut))).startsWith('file-');
      }),
      { numRuns: 60 },
    );
  }
});

test('an archive is never unpacked: what would grow without end, or is encrypted or leads elsewhere, is refused', async () => {
  expect(await told(exampleZip({ 'OFD.xml': '<ofd:OFD/>' }, 0xfffffff0))).toBe('file-archive-unsafe');
  expect(await told(exampleZip({ 'OFD.xml': '', '../../etc/passwd': '' }))).toBe('file-archive-unsafe');
  const encrypted = exampleZip({ 'OFD.xml': 'x' });
  encrypted.writeUInt16LE(1, encrypted.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8);
  expect(await told(encrypted)).toBe('file-archive-unsafe');
});

test('property: no accepted file is of another type to a reader written by others', async () => {
  const mimes: Readonly<Record<string, readonly string[]>> = {
    pdf: ['application/pdf'],
    jpeg: ['image/jpeg'],
    png: ['image/png'],
    ofd: ['application/zip'],
  };
  const whole = fc.constantFrom(...Object.values(examples));
  const begun = fc.constantFrom(
    '%PDF-1.7',
    '\u00ff\u00d8\u00ff',
    '\u0089PNG\r\n\u001a\n',
    'PK\u0003\u0004',
    'GIF89a',
    'BM',
  );
  const mixed = fc.tuple(begun, whole, fc.uint8Array({ maxLength: 40 })).map(([head, bytes, noise]) => {
    return Buffer.concat([Buffer.from(head, 'latin1'), noise, bytes]);
  });
  const joined = fc.tuple(whole, whole).map((two) => Buffer.concat(two));
  const changed = fc.tuple(whole, fc.nat(), fc.nat(255)).map(([bytes, at, byte]) => {
    const copy = Buffer.from(bytes);
    copy[at % copy.byteLength] = byte;
    return copy;
  });
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(mixed, joined, changed, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
      const kind = await told(bytes);
      if (kind.startsWith('file-')) return;
      accepted += 1;
      const other = await fileTypeFromBuffer(bytes);
      expect(mimes[kind]).toContain(other?.mime);
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

test('the ending of a name is that of the content, and without one it gets it', () => {
  expect(checkFileName('平面图.pdf', 'pdf')).toBe('平面图.pdf');
  expect(checkFileName('IMG_0001.JPG', 'jpeg')).toBe('IMG_0001.JPG');
  expect(checkFileName('扫描件', 'png')).toBe('扫描件.png');
  expect(checkFileName('平面图.exe', 'pdf')).toMatchObject({ code: 'file-extension-differs' });
  expect(checkFileName('平面图.pdf', 'jpeg')).toMatchObject({ code: 'file-extension-differs' });
});

test('a name has no folders, no letters that do not show, and no end that a reader would miss', () => {
  expect(plainFileName('../../etc/passwd')).toBe('passwd');
  expect(plainFileName('C:\\我的文档\\证.pdf')).toBe('证.pdf');
  expect(plainFileName('证\u202efdp.exe')).toBe('证fdp.exe');
  expect(plainFileName('a"b\r\nc.pdf')).toBe('a_bc.pdf');
  expect(plainFileName('\u0000')).toBe('文件');
  expect([...plainFileName(`${'长'.repeat(500)}.pdf`)].length).toBeLessThan(120);
});

test('every kind has a media type that a browser runs nothing of', () => {
  for (const { mediaType } of Object.values(fileKinds)) expect(mediaType).not.toMatch(/html|svg|xml|script/);
});

/** PEM (RFC 7468): DER between lines that name it. */

/** Every value of a file, be it PEM with one or many, or bare DER. */
export function readPem(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g)];
  return blocks.length === 0 ? [bytes] : blocks.map(([, , body = '']) => Buffer.from(body, 'base64'));
}

/** One value with its lines; `label` as RFC 7468 §4 names it, such as CERTIFICATE REQUEST. */
export function pemOf(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

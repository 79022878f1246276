/**
 * E-licence identifiers (GB/T 36904-2018): `1.2.156.3005.2.<type 21>.<issuer>.<serial>.<version 3>.<check 1>`. The type is the
 * USCC of the organ that defined it and three digits. The issuer is a USCC (18), or in real identifiers also a region code (6).
 */

const OID = '1.2.156.3005.2.';

export interface ELicenceId {
  readonly type: string;
  readonly issuer: string;
  readonly serial: string;
  readonly version: string;
}

export type ELicenceIdCheck =
  | (ELicenceId & { readonly valid: true })
  | { readonly valid: false; readonly why: 'prefix' | 'length' | 'characters' | 'checksum' };

/** Reads an e-licence identifier and checks its check character. */
export function checkELicenceId(id: string): ELicenceIdCheck {
  if (!id.startsWith(OID)) return { valid: false, why: 'prefix' };
  const parts = id.slice(OID.length).split('.');
  const [type = '', issuer = '', serial = '', version = '', check = ''] = parts;
  if (parts.length !== 5 || type.length !== 21 || ![18, 6].includes(issuer.length) || serial.length === 0) {
    return { valid: false, why: 'length' };
  }
  if (version.length !== 3 || check.length !== 1) return { valid: false, why: 'length' };
  if (!SHAPE.test(parts.join('.'))) return { valid: false, why: 'characters' };
  if (mod37Char(type + issuer + serial + version) !== check) return { valid: false, why: 'checksum' };
  return { valid: true, type, issuer, serial, version };
}

/** Builds the identifier with its check character; a RangeError when the parts do not make one. */
export function composeELicenceId({ type, issuer, serial, version }: ELicenceId): string {
  const id = `${OID}${type}.${issuer}.${serial}.${version}.${mod37Char(type + issuer + serial + version)}`;
  const check = checkELicenceId(id);
  if (!check.valid) throw new RangeError(`${id} is no valid identifier: ${check.why}`);
  return id;
}

/** The check character of ISO 7064 MOD 37,36 over digits and capital letters. */
export function mod37Char(text: string): string {
  const product = [...text].reduce((carry, char) => {
    const sum = (carry + ALPHABET.indexOf(char)) % 36;
    return ((sum === 0 ? 36 : sum) * 2) % 37;
  }, 36);
  return ALPHABET[(37 - product) % 36] ?? '';
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const SHAPE = /^[0-9A-Z]{18}\d{3}\.[0-9A-Z]+\.[0-9A-Z]+\.\d{3}\.[0-9A-Z]$/;

import openapiTypes, { astToString } from 'openapi-typescript';
import { contractDocument } from '../server/src/http/contract-document.ts';

/** The types of the contract for the browser application, made from the same document that is committed. */
export async function apiTypes(): Promise<string> {
  const ast = await openapiTypes(await contractDocument(), { immutable: true, alphabetize: true });
  return `// Generated from openapi.json by npm run contract; never edited.\n${astToString(ast)}`;
}

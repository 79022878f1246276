import type { HandedFile } from '../material/material.ts';
import { materialRefusals } from '../material/refusals.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { FetchedMaterial, SuppliedMaterial } from './form.ts';

/** The files that this act has taken, by upload, and how much one case may hold. */
export interface Handed {
  readonly files: ReadonlyMap<string, HandedFile>;
  readonly caseBytes: number;
}

/** The uploads that materials name. */
export function uploadsIn(materials: readonly SuppliedMaterial[]): readonly string[] {
  return materials.flatMap(({ source, reference }) =>
    source === 'file' && reference !== undefined ? [reference] : [],
  );
}

/**
 * The materials as the event keeps them: a file with its hash, size and kind. Refused where an upload is not there, or where
 * the case would hold more than it may.
 */
export function withFiles(
  materials: readonly SuppliedMaterial[],
  { files, caseBytes }: Handed,
  before: readonly (SuppliedMaterial | FetchedMaterial)[] = [],
): SuppliedMaterial[] | Refusal {
  const named: SuppliedMaterial[] = [];
  for (const { file: _claimed, ...material } of materials) {
    if (material.source === 'file') {
      const file = files.get(material.reference ?? '');
      if (file === undefined) {
        return refuse(materialRefusals, 'upload-unknown', { code: material.code, uploadId: material.reference ?? '' });
      }
      named.push({ ...material, file });
    } else named.push(material);
  }
  const size = [...before, ...named].reduce((sum, one) => sum + ('file' in one ? (one.file?.size ?? 0) : 0), 0);
  return size <= caseBytes ? named : refuse(materialRefusals, 'uploads-too-large', { limitMb: caseBytes / 2 ** 20 });
}

/** The command with its materials as the event keeps them. */
export function handedIn<Command extends { readonly materials: readonly SuppliedMaterial[] }>(
  command: Command,
  handed: Handed,
  before: readonly (SuppliedMaterial | FetchedMaterial)[] = [],
): (Command & { materials: SuppliedMaterial[] }) | Refusal {
  const materials = withFiles(command.materials, handed, before);
  return isRefusal(materials) ? materials : { ...command, materials };
}

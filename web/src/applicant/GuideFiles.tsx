import type { ReactNode } from 'react';
import { type GuideFile, guideFileAddress } from '../api/guide-files.ts';
import { useText } from '../text/text.ts';

const files = ['guide-document', 'blank-form', 'sample-form'] as const satisfies readonly GuideFile[];

/** The guide, the blank form and its sample, to take home as PDF. */
export function GuideFiles({ itemId }: { readonly itemId: string }): ReactNode {
  const say = useText();
  return (
    <ul className="plain guide-files no-print">
      {files.map((file) => (
        <li key={file}>
          <a href={guideFileAddress(itemId, file, say.language)} target="_blank" rel="noreferrer">
            {say(`guideFile.${file}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

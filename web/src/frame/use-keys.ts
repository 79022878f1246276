import { useEffect } from 'react';

/** Function keys of a desk. The keys belong to the whole page, wherever the focus is; hence an effect on the document. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const press = keys[event.key];
      if (press === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      press();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

import { useLocation, useParams, useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** Goes to an address that `paths` made. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return (href) => router.history.push(href);
}

/** A link inside the application: a true anchor, so that it can be opened beside, copied and shared. */
export function GoTo({
  to,
  children,
  ...attributes
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly 'aria-current'?: 'page' | 'true' | undefined;
}): ReactNode {
  const go = useGo();
  const follow = (event: MouseEvent): void => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={follow} {...attributes}>
      {children}
    </a>
  );
}

/** What the address names, such as a case number. */
export function useNamed(name: string): string {
  const found: unknown = useParams({ strict: false });
  const named = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  return String(named.find(([key]) => key === name)?.[1] ?? '');
}

/** A part of what is looked at, kept in the address so that it can be shared. */
export function useViewed(name: string): string {
  const { searchStr } = useLocation();
  return new URLSearchParams(searchStr).get(name) ?? '';
}

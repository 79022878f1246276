import { type ReactNode, useState } from 'react';

/** Content that is made only when it is first unfolded: an item has some hundred fields, and nobody looks at all of them. */
export function Folded({
  title,
  holds = '',
  id,
  className,
  isOpen = false,
  children,
}: {
  readonly title: ReactNode;
  /** Names of the elements inside, by which a fault finds its way. */
  readonly holds?: string;
  readonly id?: string;
  readonly className?: string;
  readonly isOpen?: boolean;
  readonly children: () => ReactNode;
}): ReactNode {
  const [wasOpen, setWasOpen] = useState(isOpen);
  return (
    <details
      id={id}
      className={className}
      data-holds={holds}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setWasOpen(true);
      }}
    >
      <summary>{title}</summary>
      {wasOpen ? children() : null}
    </details>
  );
}

import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router';

type Look = 'primary' | 'secondary' | 'tertiary';

interface Looks {
  look?: Look;
  /** A name of KERN's icons. */
  icon?: string;
  small?: boolean;
}

const classes = (look: Look, small: boolean) => `kern-btn kern-btn--${look}${small ? ' kern-btn--x-small' : ''}`;

/** A button in KERN's looks. */
export function Button({
  look = 'secondary',
  icon,
  small = false,
  children,
  ...rest
}: Looks & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={classes(look, small)}>
      <Content icon={icon}>{children}</Content>
    </button>
  );
}

/** A link to another page that looks like a button. */
export function ButtonLink({ look = 'secondary', icon, small = false, children, ...rest }: Looks & LinkProps) {
  return (
    <Link {...rest} className={classes(look, small)}>
      <Content icon={icon}>{children}</Content>
    </Link>
  );
}

function Content({ icon, children }: { icon: string | undefined; children: ComponentProps<'button'>['children'] }) {
  return (
    <>
      {icon !== undefined && <span className={`kern-icon kern-icon--${icon}`} aria-hidden="true"></span>}
      <span className="kern-label">{children}</span>
    </>
  );
}

import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

/** Opens a screen of this program: the theme makes every link and button with `href` one of these. */
export function AddressLink({ href, ...rest }: Omit<LinkProps, 'to'> & { readonly href: string }): ReactNode {
  return <Link to={href} {...rest} />;
}

import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

function AddressLink({ href, ...rest }: Omit<LinkProps, 'to'> & { readonly href: string }): ReactNode {
  return <Link to={href} {...rest} />;
}

/** The theme inside the frame: every link and button with `href` opens a screen of this program. */
export function withAddressLinks(theme: Theme): Theme {
  const { MuiButtonBase, MuiLink, ...others } = theme.components ?? {};
  return {
    ...theme,
    components: {
      ...others,
      MuiButtonBase: {
        ...MuiButtonBase,
        defaultProps: { ...MuiButtonBase?.defaultProps, LinkComponent: AddressLink },
      },
      MuiLink: { ...MuiLink, defaultProps: { ...MuiLink?.defaultProps, component: AddressLink } },
    },
  };
}

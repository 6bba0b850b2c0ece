import { inks } from '../ground/theme.ts';

/** One entry of a list at the left whose choice stands in the address; the chosen one carries `aria-current`. */
export const choiceLinkSx = {
  display: 'block',
  px: 1,
  py: 0.75,
  borderRadius: 1,
  borderLeft: '3px solid transparent',
  color: 'text.primary',
  textDecoration: 'none',
  overflowWrap: 'anywhere',
  '&:hover': { bgcolor: 'background.paper' },
  '&[aria-current]': { bgcolor: 'background.paper', borderLeftColor: inks.accent, fontWeight: 600 },
} as const;

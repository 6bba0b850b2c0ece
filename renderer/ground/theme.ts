import { zhCN } from '@mui/material/locale';
import { createTheme, type Theme } from '@mui/material/styles';
import { zhCN as gridZhCN } from '@mui/x-data-grid/locales';
import { zhCN as pickersZhCN } from '@mui/x-date-pickers/locales';

/** Colours with a meaning beyond the theme's own; always shown together with a word or sign. */
export const inks = {
  accent: '#B3261E',
  paper: '#FFFFFF',
  ground: '#F6F4F1',
  line: '#E0DBD4',
  text: '#24211D',
  quiet: '#645E55',
  good: '#1F6B3A',
  warn: '#8A5300',
  bad: '#A1140C',
  calm: '#2F5D8A',
} as const;

const fontFamily =
  '"Microsoft YaHei UI", "Microsoft YaHei", "微软雅黑", "Noto Sans SC Variable", "Noto Sans CJK SC", sans-serif';

/** Sizes are in rem, so the large-font mode only changes the root size. `scale` is 1, 1.25 or 1.5. */
export function makeTheme(scale: number): Theme {
  return createTheme(
    {
      palette: {
        primary: { main: inks.accent },
        secondary: { main: '#5F574C' },
        error: { main: inks.bad },
        warning: { main: inks.warn },
        success: { main: inks.good },
        info: { main: inks.calm },
        background: { default: inks.ground, paper: inks.paper },
        text: { primary: inks.text, secondary: inks.quiet },
        divider: inks.line,
      },
      shape: { borderRadius: 6 },
      spacing: (factor: number) => `${factor * 0.5}rem`,
      typography: {
        fontFamily,
        fontSize: 14,
        htmlFontSize: 16,
        h1: { fontSize: '1.25rem', fontWeight: 600, lineHeight: 1.4 },
        h2: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.4 },
        h3: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.4 },
        body1: { fontSize: '0.875rem' },
        body2: { fontSize: '0.8125rem' },
        caption: { fontSize: '0.75rem' },
        button: { fontSize: '0.875rem', fontWeight: 500, textTransform: 'none' },
      },
      transitions: { create: () => 'none' },
      components: {
        MuiToggleButton: {
          // The usual grey is too pale on the ground it has under the pointer.
          styleOverrides: { root: { color: 'inherit' } },
        },
        MuiCssBaseline: {
          styleOverrides: {
            html: { fontSize: `${16 * scale}px`, height: '100%' },
            body: { height: '100%', overflow: 'hidden', fontVariantNumeric: 'tabular-nums' },
            '#root': { height: '100%' },
            'a, button, [role="button"], [tabindex]': {
              '&:focus-visible': { outline: `2px solid ${inks.calm}`, outlineOffset: '1px' },
            },
          },
        },
        MuiButtonBase: { defaultProps: { disableRipple: true } },
        MuiButton: {
          defaultProps: { size: 'small', disableElevation: true },
          styleOverrides: { root: { whiteSpace: 'nowrap' } },
        },
        MuiIconButton: { defaultProps: { size: 'small' } },
        // A field in focus must not look like one with a problem.
        MuiTextField: { defaultProps: { size: 'small', fullWidth: true, color: 'info' } },
        MuiSelect: { defaultProps: { size: 'small' } },
        MuiAutocomplete: { defaultProps: { size: 'small' } },
        MuiTooltip: { defaultProps: { enterDelay: 400 } },
        MuiPaper: { defaultProps: { elevation: 0 } },
        MuiDialog: { defaultProps: { transitionDuration: 0 } },
        MuiMenu: { defaultProps: { transitionDuration: 0 } },
        MuiPopover: { defaultProps: { transitionDuration: 0 } },
      },
    },
    zhCN,
    gridZhCN,
    pickersZhCN,
  );
}

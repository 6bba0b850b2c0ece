/** A table with a person a row. */
export const peopleTable = {
  width: '100%',
  borderCollapse: 'collapse',
  'th, td': {
    textAlign: 'left',
    fontWeight: 400,
    px: 1.5,
    py: 0.75,
    borderTop: 1,
    borderColor: 'divider',
    whiteSpace: 'nowrap',
  },
  'thead th': { borderTop: 0, color: 'text.secondary', fontSize: '0.8125rem' },
} as const;

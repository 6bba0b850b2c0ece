/** What every control of one field gets. Values are those of `shared/ledger/field.ts`; text that can't be read stays text, so that the check names it. */
export interface ControlProps<F> {
  readonly field: F;
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
  readonly invalid: boolean;
  /** Id of the element with help and problem. */
  readonly describedBy: string | undefined;
  readonly disabled?: boolean;
  /** In a table cell: no border of its own. */
  readonly bare?: boolean;
  /** Name for screen readers where no `label` element points here. */
  readonly name?: string;
  /** Shown while empty, where the usual one does not fit. */
  readonly placeholder?: string;
}

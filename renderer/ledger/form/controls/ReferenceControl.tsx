import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { LookupHit } from '../../../../shared/contract/ledgers.ts';
import type { Field } from '../../../../shared/ledger/field.ts';
import { findLedger } from '../../../../shared/ledgers/index.ts';
import { tryCall, useCall } from '../../../client.ts';
import { focusAfter } from '../formKeys.ts';
import { useTitles } from '../titles.tsx';
import { bareSx } from './bare.ts';
import type { ControlProps } from './control.ts';

type Hit = Pick<LookupHit, 'id' | 'title'> & Partial<Pick<LookupHit, 'code' | 'hint'>>;

/** Records of another ledger, found by characters, code or pinyin initials; the recent ones first. */
export function ReferenceControl(
  props: ControlProps<Extract<Field, { kind: 'reference' | 'references' }>>,
): ReactNode {
  const { field, value, onChange } = props;
  const { titleOf, learn } = useTitles();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const many = field.kind === 'references';
  // The same objects as long as nothing else is chosen: the box takes new ones for a new choice and drops what is typed.
  const chosen = useMemo(
    (): Hit[] => textsIn(value).map((id) => ({ id, title: titleOf(id) || '（已删除的记录）' })),
    [value, titleOf],
  );
  const typing = many || typed !== chosen[0]?.title;
  const found = useCall(
    'ledger.lookup',
    { ledger: field.target, text: typing ? typed.trim() : '', limit: 12 },
    { enabled: open, keepPrevious: true },
  );
  // What was found for the characters before is never offered: Enter would take somebody else.
  const searching = open && (found.isPlaceholderData || found.isLoading);

  function choose(hits: readonly Hit[]) {
    for (const hit of hits) learn(hit.id, hit.title);
    onChange(many ? hits.map((hit) => hit.id) : (hits[0]?.id ?? null));
  }

  /** Enter before the answer is there: takes it when it leaves no choice, and else waits for the clerk. */
  async function takeOnly(box: HTMLInputElement) {
    const text = box.value;
    const answer = await tryCall('ledger.lookup', { ledger: field.target, text: text.trim(), limit: 2 });
    const [only, ...others] = answer.ok ? answer.value : [];
    if (!only || others.length > 0 || box.value !== text || document.activeElement !== box) return;
    choose(many ? [...chosen, only] : [only]);
    setOpen(false);
    if (!many && !props.bare) focusAfter(box);
  }

  function handleKey(event: KeyboardEvent & { defaultMuiPrevented?: boolean }) {
    if (event.key !== 'Enter' || !searching || !(event.target instanceof HTMLInputElement)) return;
    event.defaultMuiPrevented = true;
    event.preventDefault();
    event.stopPropagation();
    void takeOnly(event.target);
  }

  const common = {
    id: props.id,
    disabled: props.disabled,
    autoHighlight: true,
    openOnFocus: false,
    selectOnFocus: true,
    options: searching ? [] : (found.data ?? []),
    loading: searching,
    loadingText: '正在查找…',
    noOptionsText: found.error ? '现在不能查找，请稍后再试。' : noneWords(typed.trim(), field.target),
    filterOptions: (options: Hit[]) => options,
    getOptionLabel: (hit: Hit) => hit.title,
    getOptionKey: (hit: Hit) => hit.id,
    isOptionEqualToValue: (hit: Hit, other: Hit) => hit.id === other.id,
    open,
    onOpen: () => setOpen(true),
    onClose: () => setOpen(false),
    onInputChange: (_: unknown, text: string) => setTyped(text),
    onBlur: props.onBlur,
    onKeyDown: handleKey,
    sx: props.bare ? bareSx : { maxWidth: many ? undefined : '20rem' },
    renderOption: hitOption,
    renderInput: (params: React.ComponentProps<typeof TextField>) => (
      <TextField
        {...params}
        error={props.invalid}
        placeholder={props.bare || chosen.length > 0 ? undefined : '姓名、名称或拼音首字母'}
        slotProps={{
          ...params.slotProps,
          htmlInput: {
            ...params.slotProps?.htmlInput,
            'aria-describedby': props.describedBy,
            'aria-label': props.name,
            'aria-busy': searching,
          },
        }}
      />
    ),
  };
  return many ? (
    <Autocomplete {...common} multiple value={chosen} onChange={(_, hits) => choose(hits)} />
  ) : (
    <Autocomplete
      {...common}
      value={chosen[0] ?? null}
      onChange={(_, hit) => choose(hit === null ? [] : [hit])}
    />
  );
}

/** The ids of one reference or several. */
function textsIn(value: unknown): string[] {
  return [value].flat().filter((entry) => typeof entry === 'string');
}

function noneWords(typed: string, ledger: string): string {
  const target = findLedger(ledger)?.label ?? '记录';
  return typed === '' ? `还没有${target}，请先登记。` : `没有找到“${typed}”，可先登记到“${target}”。`;
}

function hitOption(
  { key, ...rest }: React.HTMLAttributes<HTMLLIElement> & { readonly key: React.Key },
  hit: Hit,
): ReactNode {
  return (
    <Box component="li" key={key} {...rest} sx={{ gap: 1 }}>
      <span>{hit.title}</span>
      <Typography component="span" variant="body2" color="textSecondary">
        {[hit.code, hit.hint].filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { CaseView } from '../../shared/contract/ethics.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import type { CaseEvent } from '../../shared/domain/ethics/caseEvents.ts';
import type { StepValues } from '../../shared/domain/ethics/caseStep.ts';
import { isPlainDate } from '../../shared/kernel/plainDate.ts';
import { useToday } from '../ground/today.ts';
import { useChange } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { TextBox } from '../ui/TextBox.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { DayField } from '../ledger/form/controls/DayField.tsx';
import {
  conclusions,
  decidingBodies,
  deliveryWays,
  reviewResults,
} from '../../shared/domain/ethics/words.ts';

type Question = keyof StepValues;
type Answers = Readonly<Partial<Record<Question, string>>>;

interface Asked {
  readonly label: string;
  /** Words instead of a choice or a day. */
  readonly words?: true;
  /** Absent = a day. */
  readonly options?: readonly string[];
  readonly optional?: boolean;
}

/** Takes the next step: which one, when, and what it asks for. A refusal says what is missing. */
export function StepForm({ view }: { readonly view: CaseView }): ReactNode {
  const today = useToday();
  const [event, setEvent] = useState<CaseEvent | ''>(view.steps[0]?.event ?? '');
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [note, setNote] = useState('');
  const take = useChange('ethics.takeStep');
  const step = view.steps.find((one) => one.event === event);
  const day = chosenDay ?? today;
  if (view.steps.length === 0)
    return <Alert severity="success">案卷已归档，不用再办理。需要更正的，请打开登记表并写明原因。</Alert>;

  function submit() {
    if (event === '') return;
    take.mutate({
      id: view.id,
      event,
      on: day,
      values: valuesOf(step?.questions ?? [], answers),
      note: note.trim() === '' ? null : note.trim(),
    });
  }

  return (
    <Paper
      variant="outlined"
      component="form"
      aria-label="办理"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submit();
      }}
      sx={{ p: 2 }}
    >
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        办理
      </Typography>
      <FailureNotice error={take.error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <ChoiceField
          label="办理事项"
          value={event}
          options={view.steps.map((one) => ({ value: one.event, label: one.event }))}
          onChange={(chosen) => {
            setEvent(chosen);
            take.reset();
          }}
        />
        <DayField label="办理日期" value={day} onChange={setChosenDay} />
        {step?.questions.map((question) => {
          const asked = askedFor(question, view);
          const change = (value: string) => setAnswers({ ...answers, [question]: value });
          const label = asked.optional ? `${asked.label}（可不填）` : asked.label;
          return asked.words ? (
            <Box key={question} sx={{ flex: '1 1 20rem' }}>
              <TextBox label={label} value={answers[question] ?? ''} onChange={change} maxLength={300} />
            </Box>
          ) : asked.options ? (
            <ChoiceField
              key={question}
              label={label}
              value={answers[question] ?? ''}
              options={asked.options.map((value) => ({ value, label: value }))}
              onChange={change}
            />
          ) : (
            <DayField key={question} label={label} value={answers[question] ?? ''} onChange={change} />
          );
        })}
      </Box>
      <Box sx={{ mt: 2 }}>
        <TextBox label="说明（可不填，不要写举报人的信息）" value={note} onChange={setNote} maxLength={300} />
      </Box>
      {step && step.missingPapers.length > 0 ? (
        <Alert severity="warning" sx={{ mt: 2 }}>
          办理前案卷里还缺：{step.missingPapers.join('、')}。请在下面“案卷材料”里打印、签字后放入案卷。
        </Alert>
      ) : null}
      <Button
        type="submit"
        variant="contained"
        disabled={event === '' || !isPlainDate(day) || take.isPending}
        sx={{ mt: 2 }}
      >
        办理{event === '' ? '' : `“${event}”`}
      </Button>
    </Paper>
  );
}

function askedFor(question: Question, view: CaseView): Asked {
  switch (question) {
    case 'policeInformed':
      return { label: '已向公安机关报告', options: ['是', '否'] };
    case 'conclusion':
      return { label: '调查结论', options: conclusions };
    case 'handling':
      return { label: '处理', options: view.handlings, optional: view.handling !== null };
    case 'hearingAsked':
      return { label: '本人要求听证', options: ['是', '否'], optional: true };
    case 'decidedBy':
      return { label: '决定机关', options: decidingBodies };
    case 'effectFrom':
      return { label: '处理起始日期', optional: true };
    case 'disqualifiedUntil':
      return { label: '取消资格到', optional: true };
    case 'appealRouteTold':
      return { label: '决定书写明申诉途径', options: ['是', '否'] };
    case 'result':
      return { label: '结果', options: reviewResults };
    case 'rejectionReason':
      return { label: '不予受理的理由', words: true };
    case 'deliveredHow':
      return { label: '送达方式', options: deliveryWays, optional: true };
    case 'extendedTo':
      return { label: '延长到' };
  }
}

const yesNoQuestions: readonly Question[] = ['policeInformed', 'hearingAsked', 'appealRouteTold'];

/** What is answered; the main process checks every value by its schema. */
function valuesOf(questions: readonly Question[], answers: Answers): InputOf<'ethics.takeStep'>['values'] {
  const given = questions.flatMap((question) => {
    const answer = answers[question];
    if (answer === undefined || answer === '') return [];
    return [[question, yesNoQuestions.includes(question) ? answer === '是' : answer] as const];
  });
  return Object.fromEntries(given);
}

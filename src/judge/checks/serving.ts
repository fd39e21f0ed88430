import { message } from '../../messages/sentence.ts';
import { about, failure, type Check } from '../check.ts';
import { asList, asNumbers, asObject, sameNumbers, show } from '../shape.ts';
import type { Json, RequestFact, Snapshot } from '../snapshot.ts';

const ROWS = 3;

/** Exercise 11: the registered model served, three rows scored, the answer handed back. */
export function servingChecks(modelUri: string): readonly Check[] {
  return [
    {
      id: 'served',
      points: 2,
      needs: [],
      sentence: message('served.sentence'),
      hint: message('served.hint'),
      test: ({ requests }) => {
        const starts = requests.filter(
          (request) => request.method === 'POST' && request.path === '/workshop/serving',
        );
        const [first] = starts;
        if (first === undefined) return failure(message('served.none'));
        const asked = starts.filter((start) => asObject(start.body)?.['model_uri'] === modelUri);
        const right = asked.find((start) => start.status === 200) ?? asked[0];
        const uri = asObject((right ?? first).body)?.['model_uri'];
        const seen = typeof uri === 'string' ? uri : show(uri);
        if (right?.status === 200) return null;
        return about(
          { kind: 'serving', request: right ?? first },
          failure(message(right === undefined ? 'served.other' : 'served.failed', { seen })),
        );
      },
    },
    {
      id: 'invoked',
      points: 2,
      needs: ['served'],
      sentence: message('invoked.sentence'),
      hint: message('invoked.hint'),
      test: (snapshot) => {
        const last = lastInvocation(snapshot);
        if (last === undefined) return failure(message('invoked.none'));
        const body = asObject(last.body);
        const rows = sentRows(last);
        if (rows === null) {
          return failure(
            message('invoked.format', { found: Object.keys(body ?? {}).join(', ') || '—' }),
          );
        }
        if (rows.length !== ROWS) return failure(message('invoked.rows', { count: rows.length }));
        return last.status === 200
          ? null
          : failure(message('invoked.refused', { status: last.status, seen: show(last.answer) }));
      },
    },
    {
      id: 'answered',
      points: 2,
      needs: ['invoked'],
      sentence: message('answered.sentence'),
      hint: message('answered.hint'),
      test: (snapshot) => {
        const last = lastInvocation(snapshot);
        const expected = snapshot.arranged.version?.model.firstPredictions.slice(0, ROWS) ?? [];
        const answered = labels(asObject(last?.answer)?.['predictions'] ?? null);
        if (answered === null || !sameNumbers(answered, expected)) {
          return failure(message('answered.rows'));
        }
        const { returned } = snapshot;
        const seen = labels(asObject(returned)?.['predictions'] ?? returned);
        return seen !== null && sameNumbers(seen, expected)
          ? null
          : failure(message('answered.wrong', { seen: show(returned) }));
      },
    },
  ];
}

/** The last call that asked as it should and was answered, else the last. */
function lastInvocation(snapshot: Snapshot): RequestFact | undefined {
  const all = invocations(snapshot);
  const right = (call: RequestFact) => call.status === 200 && sentRows(call)?.length === ROWS;
  return all.findLast(right) ?? all.at(-1);
}

function invocations({ requests }: Snapshot): readonly RequestFact[] {
  return requests.filter((request) => /^\/workshop\/serving\/\d+\/invocations/.test(request.path));
}

function sentRows(request: RequestFact): readonly Json[] | null {
  return asList(asObject(asObject(request.body)?.['dataframe_split'])?.['data']);
}

/** The labels of an answer: a list of numbers, or of rows that have `churned`. */
function labels(answer: Json): readonly number[] | null {
  const list = asList(answer);
  if (list === null) return null;
  return asNumbers(list.map((item) => asObject(item)?.['churned'] ?? item));
}

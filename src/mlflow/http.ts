import type { Readable } from 'node:stream';
import { Connection, type Body } from './connection.ts';
import { MlflowError, MlflowUnexpectedAnswerError, type RequestLine } from './errors.ts';
import { check } from './check.ts';
import { object, text, type Shape } from './shape.ts';

export interface Call<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/2.0/`. */
  readonly path: string;
  readonly query?: Query;
  readonly body?: object;
  readonly answer: Shape<T>;
  /**
   * Whether sending it twice leaves MLflow as sending it once does. Any other call is repeated only after an
   * answer which says that it was not processed.
   */
  readonly idempotent: boolean;
}

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const errorBody = object({ error_code: text }, { message: text });

/** MLflow's REST API: JSON in, checked JSON out, errors as MLflowError. */
export class Http {
  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async call<T>(call: Call<T>): Promise<T> {
    const url = `${this.connection.baseUrl}/api/2.0/${call.path}${queryText(call.query)}`;
    const request = { method: call.method, url };
    const { status, data } = await this.connection.send({
      ...request,
      idempotent: call.idempotent,
      ...(call.body === undefined
        ? {}
        : { body: JSON.stringify(call.body), contentType: 'application/json' }),
    });
    if (status !== 200) throw await refusal(request, status, data);
    const checked = await check(call.answer, parsed(data));
    if (checked.ok) return checked.value;
    throw new MlflowUnexpectedAnswerError(
      `not what MLflow sends (${checked.reason})`,
      request,
      status,
      data.toString('utf8'),
    );
  }

  /** A GET outside the JSON API, such as `/version`. */
  async get(path: string): Promise<Buffer> {
    return await this.fetch(`${this.connection.baseUrl}${path}`);
  }

  /** A whole body in memory. @throws MlflowError INVALID_PARAMETER_VALUE when it is longer than `limitBytes` */
  async fetch(url: string, limitBytes?: number): Promise<Buffer> {
    const request = { method: 'GET', url };
    const sending = { ...request, idempotent: true, limitBytes };
    const { status, data } = await this.connection.send(sending);
    if (status !== 200) throw await refusal(request, status, data);
    return data;
  }

  /** A body as a stream; the caller repeats a download that breaks half-way. */
  async open(url: string): Promise<Readable> {
    const request = { method: 'GET', url };
    const answer = await this.connection.open(request);
    if (answer.status === 200) return answer.stream;
    throw await refusal(request, answer.status, Buffer.concat(await answer.stream.toArray()));
  }

  async put(url: string, body: Body, contentType: string): Promise<void> {
    const request = { method: 'PUT', url };
    const { status, data } = await this.connection.send({
      ...request,
      body,
      contentType,
      idempotent: true,
    });
    if (status !== 200) throw await refusal(request, status, data);
  }
}

function queryText(query: Query | undefined): string {
  if (query === undefined) return '';
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (typeof value === 'object') for (const item of value) pairs.append(name, item);
    else pairs.append(name, String(value));
  }
  const joined = pairs.toString();
  return joined === '' ? '' : `?${joined}`;
}

/** The body as JSON; undefined, which no shape lets through, when it is not JSON. */
function parsed(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function refusal(request: RequestLine, status: number, data: Buffer): Promise<Error> {
  const checked = await check(errorBody, parsed(data));
  if (checked.ok) {
    const { error_code: code, message = '' } = checked.value;
    return new MlflowError(code, message, request, status);
  }
  return new MlflowUnexpectedAnswerError(
    'without an MLflow error',
    request,
    status,
    data.toString('utf8'),
  );
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../judge/snapshot.ts';
import { answerHere } from './answer-here.ts';
import { createBudget } from './budget.ts';
import { firstLacking } from './find-runs.ts';
import { createDefaultExperiment } from './default-experiment.ts';
import { forward } from './forward.ts';
import { toMlflowHeaders } from './headers.ts';
import type { Ledger } from './ledger.ts';
import { readOrigin } from './origin.ts';
import type { GatewayLimits } from './limits.ts';
import { createPace } from './pace.ts';
import { checkBody, mustCheckBody, refuseRun } from './policy/check-body.ts';
import { decide, refuseForm } from './policy/decide.ts';
import { TOO_FAST, tooLarge, toErrorJson, type Refusal } from './refusal.ts';
import { forwardRouted, type Route } from './route.ts';
import type { Upstream } from './upstream.ts';

export interface Reception {
  readonly mlflow: Upstream;
  readonly workspace: string | undefined;
  readonly route: Route | undefined;
  readonly limits: GatewayLimits;
  readonly ledger: Ledger;
  readonly onBroken: (method: string) => Promise<void>;
  readonly silenceMs: number;
  readonly onSilent: () => void;
}

/** Bodies up to this size are read before they are sent on, so that they can be sent again, in bytes. */
const SMALL = 256 * 1024;

/** What a gateway does with each request: its turn, its limits, what is allowed; then MLflow's answer or a refusal. */
export function createReceiver(reception: Reception) {
  const { mlflow, workspace, limits, ledger } = reception;
  const pace = createPace(limits.perSecond, limits.burst, limits.paceWaitMs);
  const budget = createBudget(limits);
  const meanDefault = createDefaultExperiment(mlflow, workspace);

  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const at = Date.now();
    const { method = 'GET', url: target = '', headers } = incoming;
    const [path = ''] = target.split('?');
    const bytes = Number(headers['content-length'] ?? 0);
    const factOf = (status: number, responseBytes: number, answer: Json) => {
      const durationMs = Date.now() - at;
      const said = { requestBytes: bytes, responseBytes, body: null, answer };
      const made = { origin: readOrigin(headers), wrote: null };
      return { method, path: target, status, at, durationMs, ...said, ...made };
    };
    const refuse = (refusal: Refusal) => {
      const { status, reason, retryAfterS } = refusal;
      const answer = toErrorJson(refusal);
      const retry = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
      const sent = answerHere(incoming, outgoing, status, answer, retry);
      ledger.refused(factOf(status, sent, answer), reason);
    };

    const waitMs = pace.take(performance.now());
    if (waitMs === null) return refuse(TOO_FAST);
    if (waitMs > 0) await pause(waitMs);
    const taken = budget.take({ method, path, bytes });
    if ('reason' in taken) return refuse(taken);
    let status = 0;
    try {
      if (path.startsWith('/workshop/') && reception.route !== undefined) {
        const formless = refuseForm({ target, headers });
        if (formless !== null) return refuse(formless);
        const fact = await forwardRouted(await reception.route(incoming), incoming, outgoing, at);
        if (fact === null) return;
        status = fact.status;
        ledger.answered(fact);
        return;
      }
      const decision = decide({ method, target, headers }, workspace);
      if (decision.kind === 'refuse') return refuse(decision.refusal);
      if (decision.kind === 'answer') {
        const sent = answerHere(incoming, outgoing, 200, decision.body);
        ledger.answered(factOf(200, sent, null));
        return;
      }
      const toSend = toMlflowHeaders(headers, workspace);
      const seen = mustCheckBody(method, path);
      if (seen && bytes > SMALL) return refuse(tooLarge('body-size', SMALL));
      let body: Uint8Array | Readable = incoming;
      if (method !== 'PUT' && bytes <= SMALL) {
        const read = await readWhole(incoming);
        if (read === null) return;
        body = read;
      }
      if (seen && body instanceof Uint8Array) {
        const checked = checkBody(path, body, workspace);
        if (checked.kind === 'refuse') return refuse(checked.refusal);
        const lacking = await firstLacking(mlflow, checked.runIds, workspace);
        if (lacking !== null) return refuse(refuseRun(lacking));
        body = checked.body;
        toSend['content-length'] = checked.body.length;
      }
      let sentTarget = target;
      if (body instanceof Uint8Array) {
        ({ target: sentTarget, body } = await meanDefault({ target, body }));
        if (bytes > 0) toSend['content-length'] = body.length;
      }
      const done = await forward(incoming, outgoing, {
        upstream: mlflow,
        path: sentTarget,
        headers: toSend,
        body,
        onBroken: async () => await reception.onBroken(method),
        silenceMs: reception.silenceMs,
        onSilent: reception.onSilent,
      });
      if (done === null) return;
      status = done.fact.status;
      ledger.forwarded(done);
    } finally {
      taken.settle(status);
    }
  };
}

/** Null when the client hung up before the end. */
async function readWhole(incoming: IncomingMessage): Promise<Uint8Array | null> {
  return await buffer(incoming).catch(() => null);
}

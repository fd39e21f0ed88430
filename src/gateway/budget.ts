import type { GatewayLimits } from './limits.ts';
import { limited, tooLarge, type LimitReason, type Refusal } from './refusal.ts';

/** What one submission has used of its limits. */
export interface Budget {
  /** Takes what a request needs, or says which limit is in its way. */
  take(request: Needs): Refusal | Taken;
}

export interface Needs {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly bytes: number;
}

export interface Taken {
  readonly kind: 'taken';
  /** Gives back what MLflow did not make after all. */
  settle(status: number): void;
}

interface Counted {
  readonly limit:
    | 'runs'
    | 'experiments'
    | 'loggedModels'
    | 'registeredModels'
    | 'modelVersions'
    | 'modelServers';
  readonly reason: LimitReason;
  readonly what: string;
}

const COUNTED: Readonly<Record<string, Counted>> = {
  '/api/2.0/mlflow/runs/create': { limit: 'runs', reason: 'runs', what: 'runs' },
  '/api/2.0/mlflow/experiments/create': {
    limit: 'experiments',
    reason: 'experiments',
    what: 'experiments',
  },
  '/api/2.0/mlflow/logged-models': {
    limit: 'loggedModels',
    reason: 'logged-models',
    what: 'logged models',
  },
  '/api/2.0/mlflow/registered-models/create': {
    limit: 'registeredModels',
    reason: 'registered-models',
    what: 'registered models',
  },
  '/api/2.0/mlflow/model-versions/create': {
    limit: 'modelVersions',
    reason: 'model-versions',
    what: 'model versions',
  },
  '/workshop/serving': { limit: 'modelServers', reason: 'model-servers', what: 'model servers' },
};

export function createBudget(limits: GatewayLimits): Budget {
  const used = new Map<string, number>();
  const usedOf = (what: string) => used.get(what) ?? 0;
  const add = (what: string, amount: number) => used.set(what, usedOf(what) + amount);
  return {
    take({ method, path, bytes }) {
      if (usedOf('requests') >= limits.requests) {
        return limited(
          'requests',
          limits.requests,
          `A submission may send at most ${limits.requests} requests`,
        );
      }
      add('requests', 1);
      const upload = method === 'PUT';
      const most = upload ? limits.uploadBytes : limits.bodyBytes;
      if (bytes > most) return tooLarge(upload ? 'upload-size' : 'body-size', most);
      if (usedOf('bytes') + bytes > limits.totalBytes) {
        return tooLarge('total-size', limits.totalBytes);
      }
      if (!upload && usedOf('bodies') + bytes > limits.bodiesBytes) {
        return tooLarge('total-size', limits.bodiesBytes);
      }
      const counted = method === 'POST' && Object.hasOwn(COUNTED, path) ? COUNTED[path] : undefined;
      if (counted !== undefined) {
        const mostMade = limits[counted.limit];
        if (usedOf(counted.limit) >= mostMade) {
          return limited(
            counted.reason,
            mostMade,
            `A submission may make at most ${mostMade} ${counted.what}`,
          );
        }
        add(counted.limit, 1);
      }
      add('bytes', bytes);
      if (!upload) add('bodies', bytes);
      return {
        kind: 'taken',
        settle: (status) => {
          if (counted !== undefined && status !== 200) add(counted.limit, -1);
        },
      };
    },
  };
}

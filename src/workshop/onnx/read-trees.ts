import { ModelProto } from './onnx-schema.ts';

/** The size of a tree ensemble. */
export interface TreesShape {
  readonly count: number;
  /** Splits on the longest way from a root to a leaf, as scikit-learn counts `max_depth`. */
  readonly depth: number;
}

const ENSEMBLES = ['TreeEnsembleRegressor', 'TreeEnsembleClassifier'];
/** The first byte of the mode `LEAF`; every other mode begins with `BRANCH`. */
const L = 'L'.charCodeAt(0);

/**
 * Counts the trees of an ONNX model. Forests and boosted models are one ensemble in the workshop's export
 * and in skl2onnx's, with a tree for each estimator.
 * See https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleClassifier.html
 *
 * @returns no trees for a model that has no ensemble; null for one with several, or of another layout: there
 * the number of trees means nothing certain
 */
export function readTrees(bytes: Uint8Array): TreesShape | null {
  const model: Model = ModelProto.toObject(ModelProto.decode(bytes), {
    arrays: true,
    longs: Number,
  });
  const nodes = model.graph?.node ?? [];
  // The newer operator of ONNX ML 5 is laid out otherwise, and more than one ensemble may mean anything.
  const ensembles = nodes.filter(({ op_type: type = '' }) => type.startsWith('TreeEnsemble'));
  const [ensemble] = ensembles;
  if (ensemble === undefined) return { count: 0, depth: 0 };
  if (ensembles.length !== 1 || !ENSEMBLES.includes(ensemble.op_type ?? '')) return null;
  return measure(ensemble.attribute ?? []);
}

function measure(attributes: readonly Attribute[]): TreesShape | null {
  const ints = (name: string) => attributes.find((found) => found.name === name)?.ints ?? [];
  const tree = ints('nodes_treeids');
  const id = ints('nodes_nodeids');
  const yes = ints('nodes_truenodeids');
  const no = ints('nodes_falsenodeids');
  const modes = attributes.find(({ name }) => name === 'nodes_modes')?.strings ?? [];
  if ([id, yes, no, modes].some(({ length }) => length !== tree.length)) return null;
  const places = new Map<number, Map<number, number>>();
  for (const [place, number] of tree.entries()) {
    const nodes = places.get(number) ?? new Map<number, number>();
    places.set(number, nodes.set(id[place] ?? -1, place));
  }
  if (places.size === 0) return null;
  let deepest = 0;
  for (const nodes of places.values()) {
    const children = (place: number): (number | undefined)[] =>
      modes[place]?.[0] === L ? [] : [nodes.get(yes[place] ?? -1), nodes.get(no[place] ?? -1)];
    const depth = depthOf([...nodes.values()], children);
    if (depth === null) return null;
    deepest = Math.max(deepest, depth);
  }
  return { count: places.size, depth: deepest };
}

/** Level by level from the root, the node that is nobody's child; null when it is no tree. */
function depthOf(
  places: readonly number[],
  children: (place: number) => readonly (number | undefined)[],
): number | null {
  const below = new Set(places.flatMap(children));
  let level: number[] = places.filter((place) => !below.has(place));
  if (level.length !== 1) return null;
  let seen = 0;
  for (let depth = 0; seen < places.length; depth++) {
    seen += level.length;
    const next = level.flatMap(children);
    // Whoever is never reached, or reached twice, makes it something else than a tree.
    if (next.length === 0) return seen === places.length ? depth : null;
    level = next.filter((place) => place !== undefined);
    if (level.length !== next.length) return null;
  }
  return null;
}

interface Attribute {
  readonly name?: string;
  readonly ints?: readonly number[];
  readonly strings?: readonly Uint8Array[];
}

interface Model {
  readonly graph?: {
    readonly node?: readonly {
      readonly op_type?: string;
      readonly attribute?: readonly Attribute[];
    }[];
  };
}

/** The blocks of the figure of 2017 and of what is inside its attention: which stations of our pipeline each is, and the stop that shows it. */
import type { NodeId, StepId } from './types.ts';

/** What a block is called and what it does; encoder and decoder have blocks that do the same. */
export type BlockKind =
  | 'embedding'
  | 'selfAttention'
  | 'maskedAttention'
  | 'crossAttention'
  | 'addNorm'
  | 'feedForward'
  | 'output'
  | 'queries'
  | 'keys'
  | 'values'
  | 'oneHead'
  | 'concat'
  | 'outputProjection'
  | 'scores'
  | 'scale'
  | 'mask'
  | 'softmax'
  | 'context';

interface Shown {
  /** Stations of the map that the block is; none where our model has no such block. */
  readonly nodes: readonly NodeId[];
  readonly opens: StepId;
  /** The stop within the step; its first one where absent. */
  readonly beat?: string;
}

const attentionNodes: readonly NodeId[] = [
  'qkv',
  'scores',
  'scaled',
  'mask',
  'softmax',
  'context',
  'concat',
];

const shown: Readonly<Record<BlockKind, Shown>> = {
  embedding: { nodes: ['x'], opens: 'tokens', beat: 'sum' },
  selfAttention: { nodes: [], opens: 'mask' },
  maskedAttention: { nodes: attentionNodes, opens: 'heads' },
  crossAttention: { nodes: [], opens: 'cross-attention' },
  addNorm: { nodes: ['prediction'], opens: 'prediction', beat: 'norm1' },
  feedForward: { nodes: ['prediction'], opens: 'prediction', beat: 'feed-forward' },
  output: { nodes: ['prediction'], opens: 'prediction', beat: 'logits' },
  queries: { nodes: ['qkv'], opens: 'projection', beat: 'q' },
  keys: { nodes: ['qkv'], opens: 'projection', beat: 'k' },
  values: { nodes: ['qkv'], opens: 'projection', beat: 'v' },
  oneHead: { nodes: ['scores', 'scaled', 'mask', 'softmax', 'context'], opens: 'formula' },
  concat: { nodes: ['concat'], opens: 'heads', beat: 'concat' },
  outputProjection: { nodes: ['concat'], opens: 'heads', beat: 'output' },
  scores: { nodes: ['scores'], opens: 'scores' },
  scale: { nodes: ['scaled'], opens: 'scale' },
  mask: { nodes: ['mask'], opens: 'mask' },
  softmax: { nodes: ['softmax'], opens: 'softmax' },
  context: { nodes: ['context'], opens: 'context' },
};

/** A block as it stands in the figure. */
export interface Block extends Shown {
  readonly id: string;
  readonly kind: BlockKind;
}

const blocksNamed = (kinds: Readonly<Record<string, BlockKind>>): readonly Block[] =>
  Object.entries(kinds).map(([id, kind]) => ({ id, kind, ...shown[kind] }));

/** From the bottom up, as the figure is read. */
export const encoderBlocks: readonly Block[] = blocksNamed({
  'encoder-embedding': 'embedding',
  'encoder-attention': 'selfAttention',
  'encoder-norm-1': 'addNorm',
  'encoder-feed-forward': 'feedForward',
  'encoder-norm-2': 'addNorm',
}).map((block) => ({ ...block, nodes: [] }));

/** Where one of several of a kind differs. */
const exceptions: Readonly<Record<string, Partial<Shown>>> = {
  'cross-norm': { nodes: [] },
  'norm-2': { beat: 'norm2' },
};

/** The same of the decoder. */
export const decoderBlocks: readonly Block[] = blocksNamed({
  embedding: 'embedding',
  attention: 'maskedAttention',
  'norm-1': 'addNorm',
  cross: 'crossAttention',
  'cross-norm': 'addNorm',
  'feed-forward': 'feedForward',
  'norm-2': 'addNorm',
  output: 'output',
}).map((block) => ({ ...block, ...exceptions[block.id] }));

/** Inside masked multi-head attention. */
export const attentionBlocks: readonly Block[] = blocksNamed({
  queries: 'queries',
  keys: 'keys',
  values: 'values',
  head: 'oneHead',
  concat: 'concat',
  projection: 'outputProjection',
});

/** Inside one head. */
export const headBlocks: readonly Block[] = (
  ['scores', 'scale', 'mask', 'softmax', 'context'] as const
).map((kind) => ({ id: kind, kind, ...shown[kind] }));

/** What a language model with only the decoder drops. */
export const droppedBlocks: ReadonlySet<string> = new Set([
  ...encoderBlocks.map(({ id }) => id),
  'cross',
  'cross-norm',
]);

const blocks: ReadonlyMap<string, Block> = new Map(
  [...encoderBlocks, ...decoderBlocks, ...attentionBlocks, ...headBlocks].map((block) => [
    block.id,
    block,
  ]),
);

/** The block with an id; undefined where there is none. */
export const blockOf = (id: string): Block | undefined => blocks.get(id);

/** The stop that looks inside a block; undefined where it cannot be opened. */
export const insideOf = (id: string): string | undefined => inside.get(id);

/** The block that a stop looks inside of; undefined where it shows the whole. */
export const openedAt = (beat: string): Block | undefined => {
  const [id] = [...inside].find(([, stop]) => stop === beat) ?? [];
  return id === undefined ? undefined : blocks.get(id);
};

const inside: ReadonlyMap<string, string> = new Map([
  ['attention', 'inside-attention'],
  ['head', 'inside-head'],
]);

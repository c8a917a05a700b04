/** Step `scale-up`: what the same computation costs at GPT‑3's size, on a logarithmic scale beside ours. */
import { Costs } from './Costs.tsx';

export const ScaleUp = (): React.ReactNode => <Costs />;

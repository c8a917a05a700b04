/** A part of the stage that is laid out for rows, and mirrored as a whole where tokens are columns. */
import { useFrame, type MirroredProps } from '../../frame/index.ts';

export const Turnable = ({ box, children }: MirroredProps): React.ReactNode => {
  const Mirrored = useFrame().turning?.Mirrored;
  return Mirrored ? <Mirrored box={box}>{children}</Mirrored> : children(box);
};

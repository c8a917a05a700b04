/** What every part of the training room shares: the session, the worker that does its work, and the room's words. */
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { TrainingTexts } from '../../i18n/index.ts';
import type { Session, SessionStore } from './session.ts';
import type { Trainer } from './trainer.ts';

export interface Room {
  readonly session: SessionStore;
  readonly trainer: Trainer;
  readonly texts: TrainingTexts;
}

const RoomContext = createContext<Room | null>(null);

export const RoomProvider = RoomContext.Provider;

export const useRoom = (): Room => {
  const room = use(RoomContext);
  if (!room) throw new Error('useRoom: no RoomProvider above this component');
  return room;
};

/** Subscribes to a part of the session; the selector must return stable references. */
export const useSession = <Part>(selector: (session: Session) => Part): Part =>
  useStore(useRoom().session, selector);

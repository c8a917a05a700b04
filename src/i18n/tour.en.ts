/** The tour's words in English. */
import type { TourTexts } from './tour.zh-CN.ts';

export const tour: TourTexts = {
  title: 'How to use this page',
  place: (stop, stops) => `${stop} / ${stops}`,
  skip: 'Skip',
  next: 'Next stop',
  stay: 'Stay here',
  back: 'Back to where I was',
  done: 'Done',
  stops: {
    next: {
      title: 'Step on',
      text: 'Press Next, or the → key, for the step that follows. Try it.',
    },
    move: {
      title: 'Watch it compute',
      text: 'Press Play: the numbers are made one after another. The slider below the picture goes to any moment.',
    },
    ask: {
      title: 'Ask a number',
      text: 'Every number in the picture can be asked. Press one and see where it comes from.',
    },
    follow: {
      title: 'Trace it back',
      text: 'This is its arithmetic. Press a number in it to go to that cell, and on, back to the parameters.',
    },
    change: {
      title: 'Change something',
      text: 'Choose another head and all numbers follow. The map on top leads to any step, Present makes the picture large, and the address remembers where you are.',
    },
  },
};

/** The tour's words in Chinese; a catalogue of its own, so that only who takes the tour fetches it. */

export const tour = {
  title: '一分钟看懂怎么用',
  place: (stop: number, stops: number) => `${stop} / ${stops}`,
  skip: '跳过',
  next: '下一站',
  stay: '留在这里',
  back: '回到刚才那一步',
  done: '完成',
  stops: {
    next: { title: '走一步', text: '按“下一步”或 → 键，就走到下一步。先走一步试试。' },
    move: {
      title: '看它算',
      text: '按“播放”，数会一个接一个地算出来。拖画面下的滑块，可以停在任何一刻。',
    },
    ask: { title: '问一个数', text: '画面上的数都可以问。按任何一个，看它是怎么来的。' },
    follow: {
      title: '往回追',
      text: '这是它的算式。再按算式里的一个数，就走到那一格，一直能追到参数。',
    },
    change: {
      title: '改一改',
      text: '换一个头，所有的数跟着变。最上面的地图能去任何一步，“演示”把画面放大，地址栏的链接记着你看到哪里。',
    },
  },
};

export type TourTexts = typeof tour;

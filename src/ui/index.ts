/** Everything around the stage. */
export {
  Header,
  LanguageButton,
  NextToken,
  Sentence,
  ThemeButton,
  type HeaderProps,
  type Help,
} from './Header.tsx';
export { Inspector } from './inspector/Inspector.tsx';
export { Narration, Shapes, StepFormula, StepTitle } from './Narration.tsx';
export { Notices } from './Notices.tsx';
export { PipelineMap } from './PipelineMap.tsx';
export { RichText } from './RichText.tsx';
export { Scrubber } from './Scrubber.tsx';
export { Segmented } from './Segmented.tsx';
export { Chapters, StepButtons, StepCount, Stepper } from './Stepper.tsx';
export { MathSymbol } from './Symbol.tsx';
export { Texts } from './Texts.tsx';
export { BeatSwitch, Toolbar } from './Toolbar.tsx';

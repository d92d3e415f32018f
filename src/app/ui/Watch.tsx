import { Component, type ComponentChildren } from 'preact';
import type { Signal } from '../state/signal';

interface Props {
  readonly these: readonly Signal<unknown>[];
  /** Renders what is inside; called again whenever one of the signals changes. */
  readonly children: () => ComponentChildren;
}

/** The only part of a page that renders by itself. */
export class Watch extends Component<Props> {
  private stops: (() => void)[] = [];

  override componentDidMount(): void {
    const again = () => this.forceUpdate();
    this.stops = this.props.these.map((signal) => signal.watch(again));
    // One of them may have changed since the first render.
    again();
  }

  override componentWillUnmount(): void {
    for (const stop of this.stops) stop();
  }

  override render({ children }: Props) {
    return children();
  }
}

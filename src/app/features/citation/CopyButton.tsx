import { Component } from 'preact';
import { type Copying, copyText } from '../../state/copying';
import { speaking } from '../../ui/words';

interface State {
  readonly done?: Copying;
}

/** Copies the paragraph before its island. Each of them answers for itself, so each keeps its own answer. */
export class CopyButton extends Component<object, State> {
  private copy = async ({ currentTarget }: { readonly currentTarget: Element }) => {
    const text = currentTarget.closest('[data-island]')?.previousElementSibling;
    if (text) this.setState({ done: await copyText(text) });
  };

  override render(_: object, { done }: State) {
    const { t } = speaking();
    return (
      <>
        <button type="button" onClick={this.copy}>
          {t('copying:copy')}
        </button>
        <span role="status">{done && t(`copying:${done}`)}</span>
      </>
    );
  }
}

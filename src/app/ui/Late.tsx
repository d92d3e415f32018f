import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Fetches the script of a component. */
export type Load<Props> = () => Promise<ComponentType<Props>>;

interface LateProps<Props> {
  readonly load: Load<Props>;
  readonly props: Props;
  /** What is shown if the script cannot be had. */
  readonly failed: ComponentChildren;
}

/** A component that a reader asks for. Its script is fetched when it is first shown. */
export function Late<Props extends object>({ load, props, failed }: LateProps<Props>) {
  const [Component, setComponent] = useState<ComponentType<Props> | 'failed'>();
  useEffect(() => {
    let isWanted = true;
    load().then(
      (component) => isWanted && setComponent(() => component),
      () => isWanted && setComponent('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  if (Component === 'failed') return <>{failed}</>;
  return Component ? <Component {...props} /> : null;
}

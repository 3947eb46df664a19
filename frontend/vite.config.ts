import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// light-dark() must reach the browser as it is: made into media queries it would follow the system alone, not the
// colours a person chose. These are the first browsers that know it.
const customConfig: UserConfigFn = () => ({
  build: { cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'] },
});

export default overrideVaadinConfig(customConfig);

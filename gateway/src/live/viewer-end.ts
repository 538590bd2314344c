import type { Viewer } from '@coalition-hub/subgraph';
import { millisecondsLeft } from '../authentication.js';
import type { EndedSessions } from '../options.js';

/**
 * Calls back once when the viewer's token ends, or before that the session; never for somebody signed out. Gives the
 * way to call it off.
 */
export type OnViewerEnd = (viewer: Viewer | null, callback: () => void) => () => void;

const LONGEST_TIMER = 2_147_483_647;

export function createOnViewerEnd(endedSessions: EndedSessions | undefined): OnViewerEnd {
  return (viewer, callback) => {
    if (!viewer) return () => undefined;
    const timer = setTimeout(callback, Math.min(Math.max(millisecondsLeft(viewer), 0), LONGEST_TIMER));
    timer.unref();
    const forget = endedSessions?.onEnd(viewer.sessionId, callback);
    return () => {
      clearTimeout(timer);
      forget?.();
    };
  };
}

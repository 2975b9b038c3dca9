// What a living widget has beside its program: a hand for files, and what stood there before, should it end.

// Widgets begin one after the other, and each in tasks of its own: the page can answer its reader in between.
let turn = Promise.resolve();
const task = () => new Promise((resolve) => setTimeout(resolve));

// Lets the widget with this number live in a place: `instance` is the one that its nodes were made with, none where it
// lives already. Gives what ends it, and calls `failed` should it not come to life, or its program stop.
export function live(place, program, number, load, failed, instance) {
  const root = place.querySelector('.te-root');
  const before = root.cloneNode(true);
  const heard = [];
  root.addEventListener = (...listener) => {
    heard.push(listener);
    EventTarget.prototype.addEventListener.apply(root, listener);
  };
  const life = new AbortController();
  const { signal } = life;
  function end() {
    life.abort();
    root.replaceWith(before);
  }
  const fail = () => {
    end();
    failed();
  };
  program.stopped.signal.addEventListener('abort', fail, { signal });
  place.addEventListener('click', (event) => take(event, load), { signal });
  const begin = (step) => {
    if (signal.aborted) return;
    try {
      if (!step()) fail();
    } catch (reason) {
      program.stopped.abort(reason);
    }
  };
  if (instance !== undefined) {
    turn = turn
      .then(task).then(() => begin(() => program.read(place, number)))
      .then(task).then(() => begin(() => program.hydrate(place, instance, number)));
  }
  return () => {
    if (signal.aborted) return;
    program.leave(number);
    end();
    // Yew never lets go of the listeners of a root.
    for (const [kind, listener, options] of heard) {
      root.removeEventListener(kind, listener, options);
      program.free(listener);
    }
  };
}

// Files and citations are made by a program that is loaded when a reader asks.
async function take({ target, currentTarget: place }, load) {
  const button = target.closest('[data-keep]');
  if (!button) return;
  const told = place.querySelector('.te-told');
  const { loading, copied, copyThis, failed } = told.dataset;
  const tell = (text, said = text) => {
    told.textContent = text;
    // What is seen beside its button is only to be heard.
    told.classList.toggle('te-beside', said !== '' && button.matches('.te-copy *'));
    button.parentNode.dataset.said = said;
  };
  for (const other of place.querySelectorAll('[data-said]')) delete other.dataset.said;
  tell(loading);
  const made = async (kind) => {
    const program = await load('keep');
    // What a program promised before it stopped never comes.
    const stopped = new Promise((_, reject) => program.stopped.signal.addEventListener('abort', reject, { once: true }));
    return Promise.race([program[kind](button), stopped]);
  };
  try {
    if (button.dataset.keep !== 'text') return tell(await made('file'));
    const text = made('text');
    try {
      // Before the text is there: the click must be fresh.
      const blob = text.then((text) => new Blob([text], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      tell(copied);
    } catch {
      tell(`${copyThis} ${await text}`, '');
      getSelection().selectAllChildren(told);
    }
  } catch {
    tell(failed);
  }
}

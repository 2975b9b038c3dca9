// Finds marks, checkboxes and tips on a page with our widget, which knows nothing of being measured.
{
  const row = (index) => document.querySelector(`.te-row[data-estimate="${index}"]`);
  const bar = (index) => row(index).querySelector('.te-bar');
  const summary = (index) => row(index).querySelector('summary');
  const isSeen = (node) => node?.checkVisibility({ visibilityProperty: true }) ?? false;
  window.bench = Promise.resolve({
    place: (index) => {
      const { left, top, width, height } = bar(index).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    isDrawn: (index) => isSeen(bar(index)),
    isAlive: () => document.querySelector('.te-alive') !== null,
    checkbox: (index) => document.querySelectorAll('input[data-source]')[index],
    tooltip: () => {
      const tip = document.querySelector('[data-tip] > .te-provenance');
      return isSeen(tip) ? tip.textContent : null;
    },
    // What none of the others has.
    axis: () => document.querySelector('.te-leads .te-axis').textContent,
    logarithmic: () => document.querySelector('.te-scales label:last-of-type'),
    category: (index) => document.querySelector(`.te-categories [data-category="${index}"]`).closest('label'),
    shows: (category) => {
      const groups = [...document.querySelectorAll('.te-group')].filter(isSeen);
      return groups.length === 1 && groups[0].dataset.category === category;
    },
    focus: (index) => summary(index).focus(),
    isFocused: (index) => summary(index).matches(':focus') && isSeen(row(index).querySelector('[data-tip] > .te-provenance')),
  });
}

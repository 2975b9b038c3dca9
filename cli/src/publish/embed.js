// Copies what stands below a button; where the browser does not let it, the text is selected to be copied by hand.
for (const article of document.querySelectorAll('article')) {
  const button = article.querySelector('button');
  const text = article.querySelector('textarea');
  const status = article.querySelector('[role=status]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      status.textContent = 'Copied.';
    } catch {
      text.select();
      status.textContent = 'Selected: copy it with the keyboard.';
    }
  });
}

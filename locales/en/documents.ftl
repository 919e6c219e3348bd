# Pages of documents: the check of each page, the next page, what the files take.
upload-title-again = Take the page again: { $document }
upload-instead = The new file takes the place of “{ $name }”.
upload-tips = Before you photograph a page
files-used = Used so far: { $used } of { $all }.
files-look = Check again
files-replace = Replace
page-check-title = Can you read this page?
page-check-label = Can you read the whole page?
page-check-hint = Look at the stamps, the small print and the edges. The officer sees exactly what you see here.
page-check-yes = Yes, I can read it
page-check-no = No, I will take it again
page-check-error = Select yes if you can read the page
page-check-photo = The page that you added: { $name }
page-check-larger = Select the picture to see it larger.
page-check-open = Open the PDF and look at its pages
page-check-remove = Remove this page
page-check-pages = { $count ->
    [one] This PDF has { $count } page.
   *[other] This PDF has { $count } pages.
}
more-pages-title = Is there another page?
more-pages-label = Is there another page of this document?
more-pages-yes = Yes, add the next page
more-pages-no = No, this document is complete
more-pages-error = Select yes if this document has another page
file-error-full = All files together may take up to { $limit }. Already used: { $used }. Remove a file or choose a smaller one
upload-said-progress = Uploaded: {"{percent}"} of {"{name}"}
upload-said-waiting = The connection was lost. We go on by ourselves when it is back.
upload-said-checking = Checking the file
upload-said-stopped = The upload stopped. Your other pages are safe. Try again.
upload-said-continue = The upload of {"{name}"} stopped at {"{percent}"}. Choose the same file to go on from there.
file-error-stopped = The upload stopped. Your other pages are safe. Try again
page-check-turn = Turn to the right
file-error-not-turned = This picture cannot be turned. Take the photo again the right way up, or leave it as it is
files-earlier = You enclosed this document with { $reference }, sent on { $date }: { $names }.
files-earlier-take = Use these files again
upload-said-smaller = Making the photo smaller, so that it is sent faster

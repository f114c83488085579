/**
 * What people see: server-rendered pages, the fragments that replace parts of them, their assets,
 * and the words and numbers a reading is shown with. It may call the model; the API and the live
 * socket borrow its words, so that a value reads the same everywhere.
 */
@NullMarked
package io.pumphouse.web.page;

import org.jspecify.annotations.NullMarked;

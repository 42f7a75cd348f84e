/// What the product says, by key, in the reader's language.
///
/// A bundle is one flat JSON file a language, `text.en.json` and `text.ko.json`, in a folder of
/// resources. [ecslab.wire.text.Message] says what a text may contain.
@org.jspecify.annotations.NullMarked
package ecslab.wire.text;

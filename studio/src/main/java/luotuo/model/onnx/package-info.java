/// Embedders that run in the process, on ONNX Runtime.
@NullMarked
package luotuo.model.onnx;

import org.jspecify.annotations.NullMarked;
